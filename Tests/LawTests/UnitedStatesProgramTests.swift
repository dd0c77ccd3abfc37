import Coordination
import Formula
import Foundation
import Quantities
import Testing

/// Careers run through the Social Security Administration's own program, met to the dime.
@Suite struct UnitedStatesProgramTests {
  struct Program: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable {
      let proRataPia: String?
      let pia: String?
      let familyMaximum: String
      let monthlyBenefit: String
    }

    let id: String
    let totalized: Bool
    let birth: String
    let entitled: String
    let benefitMonth: String
    let usEarnings: [String: Double]
    let expect: Expected

    var testDescription: String { id }
  }

  static let programs: [Program] = Book.decode("us_ssa_random.jsonl")

  @Test func allCasesAreRead() { #expect(Self.programs.count == 350) }

  @Test(arguments: programs)
  func meetsTheProgram(_ program: Program) throws {
    let result = try #require(
      UnitedStates.answer(
        birth: program.birth, entitled: program.entitled, month: program.benefitMonth,
        earnings: program.usEarnings.mapValues { ExactDecimal(String($0)) ?? .zero },
        quarters: [:], isTotalized: program.totalized))
    let pia = try #require(UnitedStates.primaryInsuranceAmount(result))
    let expected = try #require(
      ExactDecimal(program.expect.proRataPia ?? program.expect.pia ?? ""))
    if program.totalized {
      // The program leaves out the cap of 20 CFR 404.1918(a)(4): its figure is met before it.
      #expect(try UnitedStates.uncapped(result) == expected)
      if pia != expected {
        #expect(pia < expected, "only the cap may lower the figure")
        return
      }
    } else {
      #expect(pia == expected)
    }
    #expect(
      result.figures.first { $0.id == "family_maximum" }?.value
        == ExactDecimal(program.expect.familyMaximum))
    #expect(result.amounts?.paid == ExactDecimal(program.expect.monthlyBenefit))
  }

  @Test func theCapBindsOnlyForLowEarners() throws {
    let capped = try Self.programs.filter(\.totalized).filter { program in
      let result = try #require(
        UnitedStates.answer(
          birth: program.birth, entitled: program.entitled, month: program.benefitMonth,
          earnings: program.usEarnings.mapValues { ExactDecimal(String($0)) ?? .zero },
          quarters: [:], isTotalized: true))
      return UnitedStates.primaryInsuranceAmount(result)
        != ExactDecimal(program.expect.proRataPia ?? "")
    }
    #expect(capped.count == 22)
  }
}
