import Testing

@testable import Remittances
