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
    let terminal = try Terminal()
    try terminal.put(RenderTests.small, into: "a.yaml")
    let slips = [
      ("tenken chekc a.yaml", "There is no command and no file ‘chekc’. Did you mean ‘tenken check’?"),
      ("tenken rendr", "Did you mean ‘tenken render’?"),
      ("tenken validate a.yaml", "Did you mean ‘tenken check’?"),
      ("tenken 使い方", "Did you mean ‘tenken help’?"), ("tenken help rendr", "Did you mean 'render'?"),
      ("tenken a.yaml －－year 2033", "Write ‘--year’."), ("tenken a.yaml —year=2033", "Write ‘--year=2033’."),
      ("tenken a.yaml --ｙear 2033", "Write ‘--year’."),
      ("tenken a.yaml　--year 2033", "Write ‘a.yaml --year’ with a half-width blank."),
      ("tenken a.yaml --output a.jpg", "No 'jpg' files are made."),
    ]
    for (line, message) in slips {
      let reply = try terminal.type(line)
      #expect(reply.code == 64, "\(line)")
      #expect(reply.error.contains(message), "\(line): \(reply.error)")
      #expect(!containsJapanese(reply.error.replacing(/[－　ｙ]|使い方/, with: "")), "\(line)")
      #expect(try containsJapanese(terminal.type(line + " --lang ja").error), "\(line)")
    }
    #expect(try terminal.files() == ["a.yaml"], "nothing was drawn")
    for line in ["tenken version", "tenken -v", "tenken -V"] {
      #expect(try terminal.type(line).output.hasPrefix("tenken "), "\(line)")
    }
    #expect(try terminal.type("tenken a.yaml --year ２０３３年 --format ＳＶＧ --output wide").code == 0)
    #expect(try terminal.type("ls wide").output.contains("2033.svg"))
  }

  @Test func filesOfSimilarNamesAreOffered() throws {
    let terminal = try Terminal()
    try terminal.put("", into: "workshop.yaml")
    for name in ["workshop", "Workshop.yaml", "workshop.yml", "workshp.yaml", "./workshop.yam"] {
      let reply = try terminal.type("tenken check \(name)")
      #expect(
        reply.error.contains("Did you mean ‘\(name.hasPrefix("./") ? "./" : "")workshop.yaml’?"),
        "\(reply.error)")
    }
    let other = try terminal.type("tenken check other.yaml").error
    #expect(other.contains("The only session file there is ‘workshop.yaml’.") && other.contains("tenken new"))
  }

  @Test func foldersPicturesAndNothing() throws {
    let terminal = try Terminal()
    let empty = try terminal.type("mkdir empty && tenken empty")
    #expect(empty.error.contains("There is no session file (.yaml) in it."))
    let folder = try terminal.type("mkdir d && touch d/a.yaml d/b.yaml && tenken check d/")
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
