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

  @Test func misuseIsTold() throws {
    let terminal = try Terminal()
    #expect(try terminal.type("tenken kit --paper a5").code == 64)
    #expect(try terminal.type("tenken kit --cards many").code == 64)
    #expect(try terminal.type("tenken personas").code == 64)
    try terminal.put("tenken: 1\ntitle: t\nagenda: [a]\n", into: "w.yaml")
    let reply = try terminal.type("tenken personas w.yaml")
    #expect(reply.code == 1)
    #expect(reply.error.contains("There are no personas in ‘w.yaml’."))
  }
}
