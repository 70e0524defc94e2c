import Foundation
import Testing

/// What cannot be read is told in both languages, and ends with 1.
@Suite struct ReadingTests {
  @Test func filesThatAreNotThere() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    try terminal.put("", into: "b.yaml")
    let missing = try terminal.type("tenken check a.yaml")
    #expect(missing.code == 1)
    #expect(missing.error.contains("「a.yaml」というファイルは見つかりません。"))
    #expect(missing.error.contains("tenken new"))
    let near = try terminal.type("tenken check b --lang en")
    #expect(near.error.contains("There is no file ‘b’."))
    #expect(near.error.contains("Did you mean ‘b.yaml’?"))
    let both = try terminal.type("tenken check a.yaml b.yaml --lang en")
    #expect(both.code == 1)
    #expect(both.error.contains("‘a.yaml’"))
    #expect(both.error.contains("b.yaml:"), "the second file is read all the same")
  }

  @Test func aSlipInACommandIsTakenForAFileAndSaysSo() throws {
    let reply = try Terminal().type("tenken chekc a.yaml")
    #expect(reply.code == 1)
    #expect(reply.error.contains("Did you mean the command ‘check’?"))
  }

  @Test func foldersPicturesAndNothing() throws {
    let terminal = try Terminal()
    let folder = try terminal.type("mkdir d && tenken check d/")
    #expect(folder.code == 1)
    #expect(folder.error.contains("‘d/’ is a folder."))
    #expect(folder.error.contains("d/*.yaml"))
    for line in [
      "printf '\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR' > a.png && tenken check a.png",
      ": > empty.yaml && tenken check empty.yaml",
      "head -c 100000000 /dev/zero > big.yaml && tenken check big.yaml",
      "printf 'title: a\\n' | tenken check -", "tenken check - < /dev/null",
    ] {
      let reply = try terminal.type(line)
      #expect(reply.code == 1, "\(line)")
      #expect(reply.error.contains("error: "), "\(line)")
    }
  }

  @Test func aGoodFileIsSummedUp() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    let reply = try terminal.type("cp $REPOSITORY/samples/hamlet.yaml . && tenken check hamlet.yaml")
    #expect(reply.code == 0)
    #expect(reply.error == "")
    #expect(reply.output == "hamlet.yaml: まちがいは見つかりませんでした。地図 1枚、家 14軒、37人\n")
    #expect(
      try terminal.type("tenken check - --lang en < hamlet.yaml").output
        == "<stdin>: no mistakes found. 1 map, 14 houses, 37 people\n")
  }

  @Test func warningsAreErrorsWhereThatIsWanted() throws {
    let terminal = try Terminal()
    // A map without actions beside it draws a warning.
    try terminal.put(
      """
      tenken: 1
      title: x
      date: 2023-02-07
      maps: [{id: A, title: a, houses: {b1: {at: [20, 20], people: [○78]}}}]
      """, into: "a.yaml")
    let mild = try terminal.type("tenken check a.yaml")
    #expect(mild.code == 0)
    #expect(mild.error.contains("warning: "))
    #expect(try terminal.type("tenken check a.yaml --strict").code == 1)
  }

  @Test func findingsAsJSON() throws {
    let terminal = try Terminal()
    try terminal.put("tenken: 1\ntitle: x\nhoues: 3\n", into: "a.yaml")
    let reply = try terminal.type("tenken check a.yaml none.yaml --format json")
    #expect(reply.code == 1)
    #expect(reply.error == "")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    let files = try #require(json["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["a.yaml", "none.yaml"])
    #expect(files.map { $0["ok"] as? Bool } == [false, false])
    let findings = try #require(files[0]["findings"] as? [[String: Any]])
    let unknown = try #require(findings.first { $0["code"] as? String == "unknown-key" })
    #expect(unknown["line"] as? Int == 3)
    #expect(unknown["column"] as? Int == 1)
    #expect(unknown["length"] as? Int == 5)
  }
}
