import Coordination
import Formula

extension ReportPage {
  /// Every step of every computation with its article, open on paper.
  func worksheets(_ page: inout HTMLText) {
    let worked = result.schemes.filter { !$0.worksheet.isEmpty }
    guard !worked.isEmpty else { return }
    page.raw("<section>\n")
    page.element("h2", say("Worksheets"))
    for scheme in worked {
      page.raw("<details>\n")
      page.element("summary", say(title(scheme)))
      var settings: [Setting] = []
      for line in scheme.worksheet where !settings.contains(line.setting) {
        settings.append(line.setting)
      }
      for setting in settings { table(scheme, setting, &page) }
      page.raw("</details>\n")
    }
    page.raw("</section>\n")
  }

  private func table(_ scheme: SchemeResult, _ setting: Setting, _ page: inout HTMLText) {
    // A table wider than a phone is scrolled, by the keyboard too.
    let caption = say(WorksheetText.title(setting))
    let name = HTMLText.escaped("\(say(title(scheme))), \(caption)")
    page.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\"><table>\n")
    page.element("caption", caption)
    page.raw("<thead><tr>\n")
    for label: Phrase in ["Step", "Value", "How", "Law"] {
      page.element("th", "scope=\"col\"", say(label))
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for line in scheme.worksheet where line.setting == setting {
      let plain = line.step.map { $0 == "_" ? " " : String($0) }.joined()
      let detail: Phrase =
        line.rounding.isEmpty ? line.sentence : "\(line.sentence); rounded \(line.rounding)"
      page.raw("<tr>\n")
      page.element("th", "scope=\"row\"", say(Phrase(called: line.name, or: plain)))
      page.element("td", "class=\"figure\"", say(WorksheetText.value(line)))
      page.element("td", say(detail))
      page.element("td", "dir=\"auto\"", say("\(law: line.law)"))
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n</table></div>\n")
  }
}
