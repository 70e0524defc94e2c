import Foundation
import Testing

/// `tenken kit` and `tenken personas`, as they are typed.
@Suite struct PaperCommandTests {
  @Test func aKitInTheWorkingFolder() throws {
    let terminal = try Terminal()
    let reply = try terminal.type("tenken kit")
    #expect(reply.error == "")
    #expect(reply.code == 0)
    #expect(reply.output == "5 files in kit/ (map-sheets.pdf, method.pdf, timetable.pdf, …)\n")
    #expect(try terminal.files().filter { $0.hasSuffix(".pdf") }.count == 5)
    let info = try terminal.type("pdfinfo kit/map-sheets.pdf; pdftotext kit/method.pdf - | head -1")
    #expect(info.output.contains("1190.55 x 841.89 pts (A3)"))
    #expect(info.output.contains("How a district inspection goes"))
    // Again without harm, and in Japanese.
    #expect(
      try terminal.type("tenken kit --lang ja && pdftotext kit/method.pdf - | head -1").output.contains(
        "地域点検のやりかた"))
  }

  @Test func aNewsletterFromATemplateThatWasRestyled() throws {
    let terminal = try Terminal()
    try terminal.put(
      "tenken: 1\ntitle: A small meeting\nlanguage: en\nagenda: [Welcome, Talk]\ncontacts: [{name: Town hall, url: \"https://example.org\"}]\n",
      into: "w.yaml")
    #expect(try terminal.type("tenken template list").output.split(separator: "\n").count == 3)
    #expect(try terminal.type("tenken template copy mono ours && tenken template check ours").code == 0)
    let reply = try terminal.type("tenken newsletter w.yaml --template ours --format pdf,svg")
    #expect(reply.error == "")
    #expect(reply.output == "2 files in w-newsletter/ (newsletter.pdf, newsletter.svg)\n")
    let text = try terminal.type(
      "pdftotext w-newsletter/newsletter.pdf -; pdfinfo w-newsletter/newsletter.pdf"
    ).output
    for word in ["A small meeting", "Welcome", "Town hall", "Tagged:          yes"] {
      #expect(text.contains(word))
    }
    #expect(try terminal.type("qpdf --check w-newsletter/newsletter.pdf").code == 0)
    // The restyled template breaks: it is told, and the newsletter that is there stays.
    _ = try terminal.type("sed -i s/slot-title/slot-titel/ ours/first.svg")
    let wrong = try terminal.type("tenken template check ours")
    #expect(wrong.code == 1)
    #expect(wrong.error.contains("Did you mean ‘slot-title’?"))
    #expect(try terminal.type("tenken newsletter w.yaml --template ours").code == 1)
    #expect(try terminal.files().contains("w-newsletter/newsletter.pdf"))
  }

  @Test func picturesThatAreNotThereOrAreNone() throws {
    let terminal = try Terminal()
    try terminal.put(
      """
      tenken: 1
      title: t
      greetings:
        - {name: A, words: Welcome, portrait: gone.svg}
        - {name: B, words: Hello, portrait: text.png}
      """, into: "w.yaml")
    try terminal.put("no picture", into: "text.png")
    let check = try terminal.type("tenken check w.yaml")
    #expect(check.code == 0)
    #expect(
      check.error.contains("w.yaml:4:41: warning: There is no picture ‘gone.svg’. [missing-picture]"),
      "\(check)")
    #expect(
      check.error.contains("w.yaml:5:39: warning: ‘text.png’ cannot be read as a picture. [bad-picture]"))
    let letter = try terminal.type("tenken newsletter w.yaml")
    #expect(letter.code == 1)
    #expect(
      letter.error.contains("w.yaml:4:41: error: There is no picture ‘gone.svg’. [missing-picture]"),
      "\(letter)")
    #expect(
      letter.error.contains("w.yaml:5:39: error: ‘text.png’ cannot be read as a picture. [bad-picture]"))
    #expect(!(try terminal.files()).contains { $0.hasPrefix("w-newsletter") })
  }

  @Test func pagesForPressAreCutWhereTheBoxesSay() throws {
    let terminal = try Terminal()
    try terminal.put("tenken: 1\ntitle: t\nagenda: [Welcome]\n", into: "w.yaml")
    #expect(try terminal.type("tenken newsletter w.yaml --press").code == 0)
    // A place that is named like a file is that file.
    let file = try terminal.type(
      "tenken newsletter w.yaml --output paper.pdf && pdfinfo paper.pdf | grep Pages")
    #expect(file.code == 0 && file.output.hasPrefix("Wrote paper.pdf."), "\(file)")
    let several = try terminal.type("tenken kit w.yaml --output kit.pdf")
    #expect(several.code == 1 && several.error.contains("too many for one file ‘kit.pdf’"), "\(several)")
    #expect(!(try terminal.files()).contains { $0.hasPrefix("kit.pdf") })
    let boxes = try terminal.type("pdfinfo -box w-newsletter/newsletter.pdf").output.split(separator: "\n")
      .map {
        $0.split(separator: " ").joined(separator: " ")
      }
    // 10 mm more on every side, 3 of them bleed: 28.35 and 19.84 points.
    for box in [
      "MediaBox: 0.00 0.00 651.97 898.58", "BleedBox: 19.84 19.84 632.13 878.74",
      "TrimBox: 28.35 28.35 623.62 870.24",
    ] {
      #expect(boxes.contains(box))
    }
    #expect(try terminal.type("qpdf --check w-newsletter/newsletter.pdf").code == 0)
  }

  @Test func graphicsAreListedAndExported() throws {
    let terminal = try Terminal()
    try terminal.put(
      "tenken: 1\ntitle: t\ntallies: [{title: Themes, counts: {Shops: 3, Buses: 5}}]\n", into: "w.yaml")
    #expect(try terminal.type("tenken export --list w.yaml").output == "tally-1\tThemes\n")
    let reply = try terminal.type(
      "tenken export w.yaml tally-1 --size slide --ground transparent --ink one --format png,svg -o out")
    #expect(reply.error == "")
    #expect(reply.output == "2 files in out/ (tally-1.svg, tally-1.png)\n")
    let wrong = try terminal.type("tenken export w.yaml tally-2")
    #expect(wrong.code == 1)
    #expect(wrong.error.contains("There is no graphic called ‘tally-2’."))
    #expect(try terminal.type("tenken export w.yaml --size poster").code == 64)
  }

  @Test func misuseIsTold() throws {
    let terminal = try Terminal()
    #expect(try terminal.type("tenken kit --paper a5").code == 64)
    #expect(try terminal.type("tenken kit --cards many").code == 64)
    #expect(try terminal.type("tenken personas").code == 64)
    #expect(try terminal.type("tenken template copy quiet").code == 64)
    #expect(try terminal.type("tenken newsletter --ink three w.yaml").code == 64)
    try terminal.put("tenken: 1\ntitle: t\nagenda: [a]\n", into: "w.yaml")
    let reply = try terminal.type("tenken personas w.yaml")
    #expect(reply.code == 1)
    #expect(reply.error.contains("There are no personas in ‘w.yaml’."))
  }
}
