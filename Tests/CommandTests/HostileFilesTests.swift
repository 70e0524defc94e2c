import Foundation
import Testing

/// Whatever is named as a session file, `check --format json` answers in JSON that programs can read, in both languages,
/// with the place of the first error, and ends with 1.
@Suite struct HostileFilesTests {
  struct Case: Sendable {
    var name: String
    var bytes: [UInt8]
    var code: String
    /// Where the first error is; nil where it is the whole file.
    var place: (line: Int, column: Int)?
  }

  static let good = """
    tenken: 1
    title: 山の集落
    date: 2023-02-07
    maps:
      - id: B
        title: 農村
        houses:
          b1: [○78 農業, △75]
        actions: [あつまる]

    """

  private static func with(_ old: String, _ new: String) -> [UInt8] {
    Array(good.replacing(old, with: new).utf8)
  }

  private static func encoded(_ encoding: String.Encoding) -> [UInt8] {
    Array(good.data(using: encoding) ?? Data())
  }

  /// 山の集落の地域点検 in EUC-JP, which Foundation does not write everywhere.
  private static let eucJP: [UInt8] =
    Array("tenken: 1\ntitle: ".utf8) + [0xBB, 0xB3, 0xA4, 0xCE, 0xBD, 0xB8, 0xCD, 0xEE, 0xA4, 0xCE]
    + [0xC3, 0xCF, 0xB0, 0xE8, 0xC5, 0xC0, 0xB8, 0xA1, 0x0A]

  /// Nine references to nine references to …
  private static let bomb: String = {
    let letters = Array("abcdefghijkl")
    var text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for (one, next) in zip(letters, letters.dropFirst()) {
      text += "\(next): &\(next) [" + Array(repeating: "*\(one)", count: 9).joined(separator: ", ") + "]\n"
    }
    return text
  }()

  static let cases: [Case] = [
    Case(name: "age", bytes: with("○78", "○700"), code: "bad-age", place: (8, 13)),
    Case(name: "full-width-age", bytes: with("○78", "○７００"), code: "bad-age", place: (8, 13)),
    Case(name: "tab", bytes: with("    title", "\ttitle"), code: "tab", place: (6, 1)),
    Case(name: "wide-indent", bytes: with("    title", "　　title"), code: "wide-space-indent", place: (6, 1)),
    Case(name: "wide-colon", bytes: with("title: 山", "title：山"), code: "missing-colon", place: (2, 1)),
    Case(name: "bom", bytes: [0xEF, 0xBB, 0xBF] + with("○78", "○700"), code: "bad-age", place: (8, 13)),
    Case(
      name: "crlf", bytes: with("○78", "○700").flatMap { $0 == 10 ? [13, 10] : [$0] }, code: "bad-age",
      place: (8, 13)),
    Case(name: "cr", bytes: with("○78", "○700").map { $0 == 10 ? 13 : $0 }, code: "bad-age", place: (8, 13)),
    Case(
      name: "line-separator",
      bytes: with("山の集落", "山の\u{2028}集落").replacing(Array("○78".utf8), with: Array("○700".utf8)),
      code: "bad-age", place: (8, 13)),
    Case(name: "emoji", bytes: with("○78", "👨‍👩‍👧‍👦○700"), code: "missing-sign", place: (8, 12)),
    Case(name: "shift-jis", bytes: encoded(.shiftJIS), code: "wrong-encoding", place: (2, 8)),
    Case(name: "euc-jp", bytes: eucJP, code: "wrong-encoding", place: (2, 8)),
    Case(name: "jis", bytes: encoded(.iso2022JP), code: "wrong-encoding", place: (2, 8)),
    Case(name: "utf-16", bytes: encoded(.utf16), code: "wrong-encoding", place: (1, 1)),
    Case(name: "utf-16-le", bytes: encoded(.utf16LittleEndian), code: "wrong-encoding", place: (1, 1)),
    Case(name: "utf-32", bytes: encoded(.utf32), code: "wrong-encoding", place: (1, 1)),
    Case(name: "empty", bytes: [], code: "empty-file"),
    Case(name: "blank", bytes: Array("\n \n\n".utf8), code: "empty-file"),
    Case(name: "remark", bytes: Array("# later\n".utf8), code: "empty-file"),
    Case(name: "zeros", bytes: Array(repeating: 0, count: 5000), code: "not-text"),
    Case(name: "png", bytes: [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13], code: "not-text"),
    Case(name: "jpeg", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], code: "not-text"),
    Case(name: "pdf", bytes: Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3], code: "not-text"),
    Case(name: "zip", bytes: Array("PK\u{3}\u{4}".utf8) + [20, 0], code: "not-text"),
    Case(
      name: "excel", bytes: Array("PK\u{3}\u{4}".utf8) + [20, 0] + Array("xl/workbook.xml".utf8),
      code: "not-text"),
    Case(name: "old-word", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1], code: "not-text"),
    Case(name: "html", bytes: Array("<!DOCTYPE html><p>".utf8), code: "not-text"),
    Case(name: "bomb", bytes: with("あつまる]\n", "あつまる]\n" + bomb), code: "too-many-aliases", place: (17, 8)),
    Case(
      name: "deep-list", bytes: with("農村", String(repeating: "[", count: 50_000)), code: "too-deep",
      place: (6, 13)),
    Case(
      name: "deep-table", bytes: Array(String(repeating: "{a: ", count: 50_000).utf8), code: "too-deep",
      place: (1, 3997)),
    Case(
      name: "duplicate-key", bytes: with("date:", "title: t\ndate:"), code: "duplicate-key", place: (3, 1)),
    Case(
      name: "duplicate-id", bytes: with("    actions", "      b1: [○70]\n    actions"), code: "duplicate-id",
      place: (9, 7)),
    Case(name: "zero-byte", bytes: with("農村", "農\0村"), code: "control-character", place: (6, 13)),
    Case(name: "escape", bytes: with("農村", "農\u{1B}村"), code: "control-character", place: (6, 13)),
    Case(
      name: "bad-utf-8", bytes: with("農村", "農村") + Array("# ".utf8) + [0xE8, 0xBE, 0x0A],
      code: "invalid-utf8", place: (10, 3)),
    Case(
      name: "long-line",
      bytes: with("農村", String(repeating: "農", count: 300_000)).replacing(
        Array("○78".utf8), with: Array("○700".utf8)), code: "bad-age", place: (8, 13)),
    Case(
      name: "two-documents", bytes: Array((good + "---\n" + good).utf8), code: "several-documents",
      place: (11, 1)),
    Case(
      name: "python-tag", bytes: with("農村", "!!python/object/apply:os.system [ls]"), code: "tag",
      place: (6, 12)),
    Case(
      name: "merge-key", bytes: with("    houses", "    <<: {x: 1}\n    houses"), code: "unknown-key",
      place: (7, 5)),
    Case(
      name: "horizon-0", bytes: with("maps:", "horizons: [0]\nmaps:"), code: "bad-horizon", place: (4, 12)),
    Case(
      name: "horizon-negative", bytes: with("maps:", "horizons: [-10]\nmaps:"), code: "bad-horizon",
      place: (4, 12)),
    Case(
      name: "horizon-huge", bytes: with("maps:", "horizons: [99999999999999999999]\nmaps:"),
      code: "bad-horizon", place: (4, 12)),
    Case(name: "open-quote", bytes: with("山の集落", "\"山の集落"), code: "unclosed-quote", place: (2, 8)),
    Case(name: "future", bytes: with("tenken: 1", "tenken: 2"), code: "format-version", place: (1, 9)),
    Case(name: "number", bytes: Array("42\n".utf8), code: "wrong-type", place: (1, 1)),
    Case(name: "list", bytes: Array("- a\n".utf8), code: "wrong-type", place: (1, 1)),
  ]

  /// What `check --format json` says, and with what code it ends.
  private func answer(_ terminal: borrowing Terminal, _ line: String) throws -> [[String: Any]] {
    let reply = try terminal.type(line)
    #expect(reply.code == 1, "\(line)")
    #expect(reply.error == "", "\(line)")
    let json = try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any]
    #expect(json?["format"] as? String == "tenken-check-1")
    return try #require(json?["files"] as? [[String: Any]])
  }

  private func errors(_ file: [String: Any]) throws -> [[String: Any]] {
    #expect(file["ok"] as? Bool == false)
    let findings = try #require(file["findings"] as? [[String: Any]])
    for finding in findings {
      #expect(
        Set(finding.keys) == ["severity", "code", "file", "line", "column", "length", "message", "hint"])
      #expect((finding["message"] as? String)?.isEmpty == false)
    }
    return findings.filter { $0["severity"] as? String == "error" }
  }

  @Test(arguments: ["ja", "en"]) func everyFileIsAnswered(_ lang: String) throws {
    let terminal = try Terminal()
    for entry in Self.cases {
      try Data(entry.bytes).write(to: terminal.folder.appending(path: entry.name + ".yaml"))
    }
    let names = Self.cases.map { $0.name + ".yaml" }
    let files = try answer(
      terminal, "tenken check --format json --lang \(lang) " + names.joined(separator: " "))
    #expect(files.count == Self.cases.count)
    for (entry, file) in zip(Self.cases, files) {
      #expect(file["file"] as? String == entry.name + ".yaml")
      let first = try #require(try errors(file).first, "\(entry.name)")
      #expect(first["code"] as? String == entry.code, "\(entry.name)")
      #expect(first["file"] as? String == entry.name + ".yaml", "\(entry.name)")
      #expect(first["line"] as? Int == entry.place?.line, "\(entry.name)")
      #expect(first["column"] as? Int == entry.place?.column, "\(entry.name)")
      // Signs of the shorthand are no words.
      let words = (first["message"] as? String ?? "").replacing("？", with: "")
      #expect(containsJapanese(words) == (lang == "ja"), "\(entry.name)")
    }
  }

  @Test(arguments: ["ja", "en"]) func soIsWhatIsNoFile(_ lang: String) throws {
    let terminal = try Terminal()
    try terminal.put(Self.good, into: "good.yaml")
    let as_ =
      "if [ \"$(id -u)\" = 0 ]; then as=\"setpriv --bounding-set=-dac_override,-dac_read_search\"; fi; ${as-} "
    for (line, code) in [
      ("tenken check --format json --lang \(lang) nowhere.yaml", "no-such-file"),
      ("mkdir -p d && tenken check --format json --lang \(lang) d", "input-is-folder"),
      ("truncate -s 100M big.yaml && tenken check --format json --lang \(lang) big.yaml", "too-large"),
      ("tenken check --format json --lang \(lang) /dev/null", "empty-file"),
      ("tenken check --format json --lang \(lang) - < /dev/null", "empty-file"),
      ("printf 'x: 1' | tenken check --format json --lang \(lang) -", "unknown-key"),
      ("tenken check --format json --lang \(lang) <(printf '42')", "wrong-type"),
      ("ln -sf loop loop && tenken check --format json --lang \(lang) loop", "cannot-read"),
      (
        "cp good.yaml locked.yaml; chmod 0 locked.yaml; \(as_) \"$TENKEN\" check --format json --lang \(lang) locked.yaml",
        "cannot-read"
      ),
      ("tenken check --format json --lang \(lang) good.yaml nowhere.yaml", "no-such-file"),
    ] {
      let files = try answer(terminal, line)
      let last = try #require(files.last)
      #expect(try errors(last).first?["code"] as? String == code, "\(line)")
    }
  }

  /// As a zip file made on a Windows computer leaves it.
  @Test func aNameThatIsNoUTF8IsToldAsSuch() throws {
    let terminal = try Terminal()
    try terminal.put(Self.good, into: "good.yaml")
    let ran = try terminal.type(
      "n=$(printf 'a\\377.yaml'); cp good.yaml \"$n\"; tenken check --lang en \"$n\"")
    #expect(ran.code == 1)
    #expect(ran.error.contains("Files whose names are no UTF-8"))
  }

  @Test func misuseIsToldInWordsAndEndsWith64() throws {
    for line in [
      "tenken check --format json", "tenken check --format jsno a.yaml", "tenken check --frmat json a.yaml",
    ] {
      let reply = try Terminal().type(line)
      #expect(reply.code == 64 && reply.output.isEmpty && reply.error.hasPrefix("tenken: error: "), "\(line)")
    }
  }
}
