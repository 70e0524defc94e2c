import Foundation
import Testing

@testable import Diagnostics

@Suite struct JSONTextTests {
  @Test func shortThingsStandOnALine() {
    let json = JSONText.object([
      ("a", .object([("point", .int(1)), ("low", .double(0.5))])), ("b", .array([])), ("c", .null),
      ("d", .array((0..<40).map { .int($0 + 100) })),
    ])
    #expect(
      json.text.hasPrefix(
        "{\n  \"a\": {\"point\": 1, \"low\": 0.5},\n  \"b\": [],\n  \"c\": null,\n  \"d\": [\n    100,\n"))
  }

  @Test(arguments: ["\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{2028}", "空き家 👵🏻", "が"]) func anyTextComesBack(
    _ text: String
  ) throws {
    let data = Data(JSONText.array([.string(text)]).text.utf8)
    #expect(try JSONSerialization.jsonObject(with: data) as? [String] == [text])
  }

  @Test func numbers() {
    #expect(
      JSONText.array([.double(2), .double(0.1), .double(.nan), .double(-3.25)]).text
        == "[2, 0.1, null, -3.25]\n")
  }
}
