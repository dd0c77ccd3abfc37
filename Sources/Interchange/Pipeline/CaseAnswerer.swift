import Coordination
import Quantities

/// Answers bare cases, one a line (`sojourn entitlements --ndjson`).
public final class CaseAnswerer<Library: LawLibrary>: LineAnswerer {
  /// How cases are answered.
  public struct Options: Sendable, Hashable {
    public var withAgreements = true
    public var detail = AnswerDetail.full
    /// The schemes that answer; nil: all.
    public var schemes: Set<String>?

    public init(
      withAgreements: Bool = true, detail: AnswerDetail = .full, schemes: Set<String>? = nil
    ) {
      self.withAgreements = withAgreements
      self.detail = detail
      self.schemes = schemes
    }
  }

  private let engine: Engine<Library>
  private let options: Options

  public init(library: Library, today: Day, options: Options) {
    engine = Engine(library: library, today: today)
    self.options = options
  }

  public func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into json: inout JSONWriter
  ) -> Bool {
    do {
      let career = try CaseReader.read(line, today: engine.today)
      try FactCheck(career, library: engine.library).check(career)
      let result = try engine.answer(
        career, withAgreements: options.withAgreements,
        detail: options.detail, of: options.schemes)
      ResultWriter(options.detail).write(result, to: &json)
      json.endLine()
      return true
    } catch let error as InputError {
      ErrorLine.write(error, line: line, number: number, into: &json)
    } catch {
      let fault = InputError("rules.broken", "\(error)", hint: "run 'sojourn rules check'", at: 0)
      ErrorLine.write(fault, line: line, number: number, into: &json)
    }
    return false
  }

  public func refuseLongLine(number: Int, into json: inout JSONWriter) {
    ErrorLine.write(CaseLimits.tooLong, line: nil, number: number, into: &json)
  }
}
