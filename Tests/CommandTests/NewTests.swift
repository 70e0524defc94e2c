import Foundation
import Testing

/// What a user starts from: a commented file and the schema for editors.
@Suite struct NewTests {
  @Test(arguments: ["ja", "en"]) func theStartingFileIsGoodAndDrawsMaps(_ language: String) throws {
    let terminal = try Terminal(lang: language == "ja" ? "ja_JP.UTF-8" : "en_US.UTF-8")
    let made = try terminal.type("tenken new")
    #expect(made.code == 0)
    #expect(made.error == "")
    #expect(
      made.output
        == (language == "ja"
          ? "workshop.yaml を作りました。テキストエディターで開いて書きかえ、tenken workshop.yaml と打ってください。\n"
          : "Wrote workshop.yaml. Open it in a text editor, fill it in, and type: tenken workshop.yaml\n"))
    let drawn = try terminal.type("tenken workshop.yaml")
    #expect(drawn.code == 0)
    // So few houses have no ages in public; nothing else is told.
    #expect(
      drawn.error.components(separatedBy: " [").count
        == drawn.error.components(separatedBy: "[small-groups]").count)
    #expect(!["warning", "error", "注意", "エラー"].contains(where: drawn.error.contains))
    #expect(try terminal.files().contains("workshop-maps/maps.pdf"))
  }

  @Test func nothingThereIsEverTouched() throws {
    let terminal = try Terminal()
    try terminal.put("mine", into: "workshop.yaml")
    let reply = try terminal.type("tenken new")
    #expect(reply.code == 1)
    #expect(reply.output == "")
    #expect(reply.error.contains("‘workshop.yaml’ is there already and was left alone."))
    #expect(try terminal.bytes(of: "workshop.yaml") == Data("mine".utf8))
    #expect(try terminal.type("tenken new other.yaml && tenken new - | diff - other.yaml").code == 0)
    let link = try terminal.type(
      "ln -s nowhere.yaml link.yaml; tenken new link.yaml; echo $?; ls nowhere.yaml")
    #expect(link.output == "1\n")
  }

  @Test func theSchemaIsJSON() throws {
    let terminal = try Terminal()
    #expect(try terminal.type("tenken schema --output s.json && tenken schema | diff - s.json").code == 0)
    let json = try JSONSerialization.jsonObject(with: terminal.bytes(of: "s.json")) as? [String: Any]
    #expect((json?["$schema"] as? String)?.contains("json-schema.org") == true)
  }
}
