import Quantities
import Testing

/// The day of a test.
func day(_ text: String) throws -> Day { try #require(Day(text)) }

/// The country of a test.
func country(_ code: String) throws -> Country { try #require(Country(code)) }
