import Foundation
import Testing

@testable import CommandLineKit

@Suite struct TerminalTests {
  private func terminal(
    tty: Bool = true, columns: Int? = nil, color: Terminal.ColorPolicy = .auto,
    _ environment: [String: String] = [:]
  ) -> Terminal {
    var settings = ["TERM": "xterm-256color"]
    settings.merge(environment) { $1 }
    return Terminal(isTTY: tty, columns: columns, color: color) { settings[$0] }
  }

  @Test(arguments: [
    (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false),
    (true, ["NO_COLOR": ""], true), (true, ["TERM": "dumb"], false), (true, ["TERM": ""], false),
    (false, ["CLICOLOR_FORCE": "1"], true), (false, ["CLICOLOR_FORCE": "0"], false),
    (true, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
    (true, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
  ])
  func colorByItself(tty: Bool, environment: [String: String], expected: Bool) {
    #expect(terminal(tty: tty, environment).hasColor == expected)
    #expect(terminal(tty: tty, color: .always, environment).hasColor)
    #expect(!terminal(tty: tty, color: .never, environment).hasColor)
    #expect(terminal(tty: tty, environment).style.isEnabled == expected)
  }

  @Test(arguments: [
    (100, [:], 100), (nil, ["COLUMNS": "132"], 132), (nil, [:], 80), (nil, ["COLUMNS": "x"], 80),
    (nil, ["COLUMNS": "-3"], 80), (100, ["COLUMNS": "132"], 100),
  ])
  func widths(columns: Int?, environment: [String: String], expected: Int) {
    #expect(terminal(columns: columns, environment).width == expected)
  }

  @Test(arguments: [
    (["LANG": "de_DE.UTF-8"], true), (["LANG": "C"], false), ([:], false),
    (["LANG": "en_US.utf8"], true), (["LANG": "de_DE.ISO-8859-15"], false),
    (["LC_ALL": "C", "LANG": "de_DE.UTF-8"], false), (["LC_CTYPE": "C.UTF-8"], true),
    (["LC_ALL": "", "LC_CTYPE": "ca_ES.UTF-8@valencia"], true),
  ])
  func locales(environment: [String: String], expected: Bool) {
    #expect(terminal(environment).isUTF8 == expected)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/ptmx")))
  func aTerminalTellsItsWidth() throws {
    let device = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    try #require(device >= 0)
    defer { close(device) }
    var size = winsize(ws_row: 24, ws_col: 73, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(device, UInt(TIOCSWINSZ), &size) == 0)
    let terminal = Terminal(descriptor: device)
    #expect(terminal.isTTY)
    #expect(terminal.width == 73)
  }

  @Test func aPipeIsNoTerminal() {
    let pipe = Pipe()
    let terminal = Terminal(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    #expect(!terminal.isTTY)
    #expect(!terminal.hasCursor)
    #expect(terminal.width > 0)
  }
}
