import Diagnostics
import Testing

@testable import SessionFile

/// One slip of grammar does not hide the others: each is told once, and nothing that is owed to how it was mended.
@Suite struct GrammarRecoveryTests {
  /// A whole file, and slips that can be made in it. Each is told by itself as `code` in the line where `right` stands.
  static let whole = """
    tenken: 1
    title: 山あいの点検
    date: 2023-02-07
    horizons: [10, 20]
    venue: 市民センター
    programme: 試行事業
    maps:
      - id: B
        title: 農村地域
        subtitle: 山あい
        roads:
          - {id: 県道, kind: main, points: [[0, 60], [180, 60]]}
          - {id: 中道, kind: lane, points: [[90, 60], [95, 0]]}
        along:
          - {road: 県道, side: north, houses: [b1, b2, b3]}
          - {road: 県道, side: south, houses: [b4, b5]}
        houses:
          b1: [○78 農業, △75]
          b2: [○55 農業, △52 パート]
          b3: 空き家 2019
          b4: {people: [○81, △79], note: 角の家}
          b5: ？
        landmarks:
          - {kind: 公民館, name: 会館, at: [120, 40]}
        findings:
          - 空き家が増える
          - 跡継ぎがいない
        actions: [声をかけあう]
    scenarios:
      戻る:
        people: {b1.2: 残}

    """

  struct Made: Sendable {
    var right: String
    var wrong: String
    var code: String
    /// In which line it is told, from that of `right`.
    var below = 0
  }

  static let slips: [Made] = [
    Made(right: "title: 山あいの点検", wrong: "title: \"山あいの点検", code: "unclosed-quote"),
    Made(right: "title: 山あいの点検", wrong: "title：山あいの点検", code: "missing-colon"),
    Made(right: "date: 2023-02-07", wrong: "date: 2023-02-31", code: "bad-date"),
    Made(right: "[10, 20]", wrong: "[10, 0]", code: "bad-horizon"),
    Made(right: "venue: 市民センター", wrong: "venue: @市民センター", code: "reserved-character"),
    Made(right: "venue: 市民センター", wrong: "venue: *市民センター", code: "unknown-alias"),
    Made(right: "venue: 市民センター", wrong: "venue: 市民: センター", code: "unexpected-colon"),
    Made(right: "venue: 市民センター", wrong: "venue: \"市民\" センター", code: "syntax"),
    Made(right: "programme: 試行事業", wrong: "programme 試行事業", code: "missing-colon"),
    Made(right: "  subtitle: 山", wrong: " subtitle: 山", code: "indentation"),
    Made(right: "  subtitle: 山", wrong: "    subtitle: 山", code: "indentation"),
    Made(right: "  subtitle: 山", wrong: "  - subtitle: 山", code: "indentation"),
    Made(right: "kind: main", wrong: "kind: mian", code: "unknown-word"),
    Made(right: "{id: 県道, kind: main", wrong: "{id: 県道 kind: main", code: "unclosed-bracket"),
    Made(right: "[[90, 60], [95, 0]]}", wrong: "[[90, 60], [95, 0]]", code: "unclosed-bracket"),
    Made(right: "[b1, b2, b3]", wrong: "[b1, b2, b3, b9]", code: "unknown-house"),
    Made(right: "[b4, b5]}", wrong: "[b4, b5}", code: "unclosed-bracket"),
    Made(right: "    houses:\n", wrong: "    houses\n", code: "missing-colon"),
    Made(right: "b1: [○78 農業, △75]", wrong: "b1: [○78 農業, △75", code: "unclosed-bracket"),
    Made(right: "b1: [○78 農業, △75]", wrong: "b1: [○78 農業, △75]]", code: "unclosed-bracket"),
    Made(right: "b1: [○78 農業, △75]", wrong: "b1：[○78 農業, △75]", code: "missing-colon"),
    Made(right: "△52 パート", wrong: "△520 パート", code: "bad-age"),
    Made(right: "      b3: 空き家", wrong: "\t\t\tb3: 空き家", code: "tab"),
    Made(right: "      b3: 空き家", wrong: "　　　b3: 空き家", code: "wide-space-indent"),
    Made(right: "{people: [○81", wrong: "{peopel: [○81", code: "unknown-key"),
    Made(right: "b5: ？", wrong: "b5: @？", code: "reserved-character"),
    Made(right: "kind: 公民館, name", wrong: "kind: 公民館,, name", code: "syntax"),
    Made(right: "kind: 公民館", wrong: "kind: 公眠館", code: "unknown-word"),
    Made(right: "    findings:", wrong: "    fidnings:", code: "unknown-key"),
    Made(right: "[声をかけあう]", wrong: "[声をかけあう", code: "unclosed-bracket"),
    Made(right: "b1.2: 残", wrong: "b1.7: 残", code: "unknown-person"),
  ]

  private static func line(_ text: String, in whole: String) throws -> Int {
    let range = try #require(whole.range(of: text))
    return whole[..<range.lowerBound].count { $0 == "\n" } + 1
  }

  /// What is told of the whole file with these slips in it, as `line code`.
  private static func told(_ made: [Made]) throws -> (told: [String], expected: [String]) {
    var text = whole
    for slip in made {
      #expect(text.contains(slip.right), "\(slip.right)")
      text = text.replacing(slip.right, with: slip.wrong, maxReplacements: 1)
    }
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect((result.session == nil) == !made.isEmpty)
    for finding in result.findings { FindingTests.expectBothLanguages(finding) }
    return (
      result.findings.map { "\($0.place?.line ?? 0) \($0.code)" }.sorted(),
      try made.map { "\(try line($0.right, in: whole) + $0.below) \($0.code)" }.sorted()
    )
  }

  @Test func theWholeFileIsWhole() throws { #expect(try Self.told([]).told == []) }

  @Test(arguments: slips.indices) func eachByItself(_ index: Int) throws {
    let (told, expected) = try Self.told([Self.slips[index]])
    #expect(told == expected, "\(Self.slips[index])")
  }

  /// Four at a time, drawn from all of them, the same ones on every run; no two on neighbouring lines.
  @Test func fourAtATime() throws {
    var state: UInt64 = 2_023
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<60 {
      var chosen: [Made] = []
      var lines: [Int] = []
      while chosen.count < 4 {
        let slip = Self.slips[next(Self.slips.count)]
        let line = try Self.line(slip.right, in: Self.whole)
        guard !lines.contains(where: { abs($0 - line) < 2 }) else { continue }
        chosen.append(slip)
        lines.append(line)
      }
      let (told, expected) = try Self.told(chosen)
      #expect(told == expected, "\(chosen)")
    }
  }

  // MARK: - Files as people type them

  static let files: [(name: String, marked: String, codes: [String])] = [
    (
      "five kinds in one evening",
      """
      tenken: 1
      ⟦title：山あいの点検⟧
      date: 2023-02-07
      venue: ⟦@⟧市民センター
      maps:
        - id: B
          title: t
          houses:
            b1: {at: [10, 10], people: [○78, △⟦160⟧]}
            b2: {at: [90, 90], people: [⟦"○55 農業, △52]}⟧
            b3: {at: [90, 10], people: [○⟦190⟧]}
          ⟦actions [あいさつ]⟧

      """,
      ["missing-colon", "reserved-character", "bad-age", "unclosed-quote", "bad-age", "missing-colon"]
    ),
    (
      "a line nobody can read",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          roads: [{id: r, points: [[0, 50], [180, 50]]}]
          along: [{road: ⟦q⟧, side: north, houses: [b1, b2]}]
          houses:
            b1: ○70
            b2: } : [x
            b3: {at: [10, 10], people: [○⟦700⟧]}
          actions: [a]

      """, ["unknown-road", "unclosed-bracket", "bad-age"]
    ),
    (
      "a workshop in two documents",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      horizons: [⟦0⟧]
      ---
      ⟦⟧maps: [{id: A, title: t, actions: [a], houses: {b1: '10,10 ○⟦700⟧'}}]

      """, ["bad-horizon", "several-documents", "bad-age"]
    ),
    (
      "a second workshop below the first",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps: [{id: A, title: t, actions: [a], houses: {b1: '10,10 ○⟦700⟧'}}]
      ---
      ⟦⟧tenken: 1
      title: u

      """, ["bad-age", "several-documents"]
    ),
    (
      "a table whose only line cannot be read lacks nothing",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - ⟦id A⟧
          title: t
          actions: [a]
          houses: {b1: '1,1 ○70', b2: '90,90 ○⟦700⟧'}

      """, ["missing-colon", "bad-age"]
    ),
    (
      "a dash among houses, and a sign right below it",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [a]
          houses:
            b1: 1,1 ○72
            ⟦- b5⟧
            b6: ⟦@⟧x
            b7: ○⟦700⟧
            b8: {kind: ⟦castle⟧, at: [90, 90]}
          ⟦notez⟧: x

      """, ["indentation", "reserved-character", "bad-age", "unknown-word", "unknown-key"]
    ),
    (
      "a house whose name a mend made is not there twice",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [a]
          houses:
            b1: 1,1 ○72
            ⟦- b5⟧
            b6: ⟦@⟧x
            b7: ⟦*nope⟧
            b5: 9,90 ○⟦700⟧

      """, ["indentation", "reserved-character", "unknown-alias", "bad-age"]
    ),
    (
      "readings and emphasis where YAML has signs of its own",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [会を⟦{⟧月一回|つきいっかい}ひらく, 話す]
          findings:
            - ⟦{⟧水無瀬|みなせ}の川と{小川|おがわ}
            - ⟦**強調**から、**また**⟧
            - 川は{水無瀬|みなせ}
          notes: ⟦{水|みず}⟧
          houses:
            b7: 9,90 ○⟦700⟧

      """, ["reserved-character", "reserved-character", "unknown-alias", "wrong-type", "bad-age"]
    ),
    (
      "five slips one below the other",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [a]
          houses:
            b1: ○72
           ⟦b2: ○72⟧
              ⟦b3: ○72⟧
            ⟦b4：○72⟧
            ⟦- b5⟧
            b6: ⟦@⟧x
            b7: ⟦*nope⟧
            b8: ⟦!tag⟧ ⟦x⟧

      """,
      [
        "nowhere-placed", "indentation", "indentation", "missing-colon", "indentation", "reserved-character",
        "unknown-alias",
        "tag",
        "unknown-word",
      ]
    ),
    (
      "houses out of line, and one of them, below rows that name them",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [a]
          roads: [{id: r, points: [[0, 1], [9, 9]]}]
          along: [{road: r, side: north, houses: [b1, b2, b3]}]
           ⟦houses:⟧
            b1: ○72
             ⟦b2: ○70⟧
            b3: ○⟦700⟧
          landmarks: []

      """, ["indentation", "indentation", "bad-age"]
    ),
    (
      "a sign in the place of a key is one slip",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: A
          title: t
          actions: [a]
          houses: {b1: '1,1 ○⟦700⟧'}
      ⟦*    - b2⟧
      venue: v

      """, ["bad-age", "unknown-alias"]
    ),
    (
      "two signs on one line",
      """
      tenken: 1
      title: t
      date: 2023-02-07
      agenda: [⟦@⟧a, b, ⟦`⟧c]
      maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○⟦700⟧'}}]

      """, ["reserved-character", "reserved-character", "bad-age"]
    ),
  ]

  @Test(arguments: files.indices) func typedInHaste(_ index: Int) throws {
    let file = Self.files[index]
    let marked = MarkedText(file.marked)
    let result = SessionReader.read(bytes: Array(marked.text.utf8), file: "f")
    #expect(result.findings.map(\.code) == file.codes, "\(file.name): \(result.findings.map(\.message.en))")
    let found = result.findings.compactMap(\.place)
    for place in marked.places {
      #expect(
        found.contains {
          $0.line == place.line && $0.column == place.column
            && (place.length == 0 || $0.length == place.length)
        },
        "\(file.name): expected \(place.line):\(place.column)+\(place.length), found \(found.map { "\($0.line):\($0.column)+\($0.length)" })"
      )
    }
  }

  /// A file of nothing but slips is told within bounds, and at once.
  @Test func endsWhateverIsWrong() {
    let texts = [
      String(repeating: "title\n", count: 2_000), String(repeating: "- [\n", count: 500),
      String(repeating: "\ta: b\n", count: 1_000), String(repeating: "a: \"b\n", count: 501),
      String(repeating: "  a: b\n c: d\n", count: 500), String(repeating: "@\n", count: 3_000),
    ]
    for text in texts {
      let time = ContinuousClock().measure {
        let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
        #expect(result.session == nil && result.findings.count <= Report.limit + 1)
      }
      #expect(time < .seconds(10), "\(text.prefix(20))")
    }
  }
}
