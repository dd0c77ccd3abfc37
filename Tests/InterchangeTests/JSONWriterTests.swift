import Formula
import Foundation
import Testing

@testable import Interchange

@Suite struct JSONWriterTests {
  private func written(isPretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(isPretty: isPretty)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A string as JSON, a character at a time.
  private func plainly(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case "\0"..<" ":
        let digits = String(character.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  /// Texts are read in blocks: what must be escaped is found wherever it stands in one.
  @Test(arguments: ["\"", "\\", "\n", "\t", "\r", "\0", "\u{1F}", "!", "\u{7F}", "é", "語", "😀"])
  func escapesWhereverTheyStand(odd: String) {
    for length in 0...70 {
      for place in 0...length {
        let text =
          String(repeating: "a", count: place) + odd + String(repeating: "]", count: length - place)
        #expect(written { $0.string(text) } == plainly(text))
      }
      let alone = String(repeating: odd, count: length)
      #expect(written { $0.string(alone) } == plainly(alone))
    }
  }

  @Test func commasAndColons() {
    let text = written { json in
      json.object { json in
        json.key("none")
        json.object { _ in }
        json.member("a", true)
        json.member(named: "\"b\"", "x")
        json.member("left_out", nil as String?)
        json.key("c")
        json.array { json in
          json.integer(-1)
          json.array { _ in }
          json.null()
          json.raw("[1]".utf8)
        }
        json.member("names", ["fr": "un", "de": "eins"])
        json.member("more", ["fr": "un", "de": "eins", "an": "un"])
      }
    }
    #expect(
      text == """
        {"none":{},"a":true,"\\"b\\"":"x","c":[-1,[],null,[1]],\
        "names":{"de":"eins","fr":"un"},"more":{"an":"un","de":"eins","fr":"un"}}
        """)
  }

  @Test func lineBreaks() {
    let text = written(isPretty: true) { json in
      json.object { json in
        json.key("a")
        json.array { json in
          json.integer(1)
          json.object { json in json.member("b", false) }
        }
        json.key("c")
        json.array { _ in }
      }
    }
    #expect(
      text == """
        {
          "a": [
            1,
            {
              "b": false
            }
          ],
          "c": []
        }
        """)
  }

  @Test func valuesALineAndThenAnew() {
    var json = JSONWriter()
    json.integer(1)
    json.endLine()
    json.array { $0.string(String(repeating: "long ", count: 1000)) }
    json.endLine()
    #expect(json.bytes.count == 2 + 5004 + 1)
    json.removeAll()
    #expect(json.count == 0)
    json.string("anew")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"anew\"")
  }

  @Test func phrasesAreWrittenAsTheyRead() {
    let inner: Phrase = "a \(name: "\"b\"", ["de": "c"])"
    let phrases: [Phrase] = [
      "", "plain \"words\"", "\(inner), \([inner, inner]) and {unfilled", "{nothing} fills {this}",
      "\(inner)\(7)",
    ]
    for phrase in phrases {
      #expect(written { $0.phrase(phrase) } == plainly(phrase.english))
    }
    #expect(phrases[2].english == "a \"b\", a \"b\", a \"b\" and {unfilled")
    #expect(phrases[3].english == "{nothing} fills {this}")
  }
}
