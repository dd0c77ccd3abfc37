import CommandLineKit
import Remittances

/// Gives the failures of price files and databases their exit codes.
enum PriceFailure {
  /// Runs a command and turns what it throws into a `Failure` where that has a code of its own.
  static func named(_ body: () throws -> ExitCode) throws -> ExitCode {
    do {
      return try body()
    } catch let error as WorkbookError {
      throw Failure("sojourn: \(error)", error.code == .cannotOpen ? .inputOutput : .badInput)
    } catch let error as SQLError {
      throw Failure("sojourn: \(error)", error.meansDamage ? .badInput : .inputOutput)
    } catch let error as PriceDatabase.Mismatch {
      throw Failure("sojourn: \(error)", .badInput)
    } catch let error as CacheError {
      throw Failure("sojourn: \(error)", .inputOutput)
    } catch let error as ReaderError {
      throw Failure("sojourn: \(error)", .badInput)
    }
  }
}
