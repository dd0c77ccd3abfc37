import Coordination
import Quantities

/// Answers bare cases, one a line (`sojourn entitlements --ndjson`).
public final class CaseAnswerer<Library: LawLibrary>: LineAnswerer {
  /// How cases are answered.
  public struct Options: Sendable, Hashable {
    public var withAgreements = true
    public var detail = ResultDetail.full

    public init(withAgreements: Bool = true, detail: ResultDetail = .full) {
      self.withAgreements = withAgreements
      self.detail = detail
    }
  }

  private let engine: Engine<Library>
  private let options: Options

  public init(library: Library, today: Day, options: Options) {
    engine = Engine(library: library, today: today)
    self.options = options
  }

  public func answer(
    _ line: UnsafeBufferPointer<UInt8>, number: Int, into output: inout [UInt8]
  ) -> Bool {
    do {
      let career = try CaseReader.read(line, today: engine.today)
      try FactCheck(career, library: engine.library).check(career)
      let result = try engine.answer(
        career, withAgreements: options.withAgreements,
        explains: options.detail == .worksheets, refunds: options.detail != .figures)
      var json = JSONWriter(continuing: output)
      output = []
      ResultWriter(options.detail).write(result, to: &json)
      output = json.bytes
      output.append(0x0A)
      return true
    } catch let error as InputError {
      ErrorLine.write(error, line: line, number: number, into: &output)
    } catch {
      let fault = InputError("rules.broken", "\(error)", hint: "run 'sojourn rules check'", at: 0)
      ErrorLine.write(fault, line: line, number: number, into: &output)
    }
    return false
  }

  public func refuseLongLine(number: Int, into output: inout [UInt8]) {
    ErrorLine.write(CaseLimits.tooLong, line: nil, number: number, into: &output)
  }
}
