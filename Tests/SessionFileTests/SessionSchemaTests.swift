import Diagnostics
import Foundation
import Testing

@testable import SessionFile

/// What an editor is told by the schema, seen through a validator that is not ours (jsonschema from PyPI).
@Suite struct SessionSchemaTests {
  struct NoPython: Error, CustomStringConvertible {
    var description: String {
      "Python with jsonschema and PyYAML is missing: run `scripts/venv.sh` (`make test` does)."
    }
  }

  /// What the validator says of each file, `valid` where it finds nothing; and that the schema is one, if asked.
  static func validate(
    _ texts: [(name: String, text: String)], andTheSchema checksSchema: Bool = false
  ) throws -> [String: String] {
    let root = SamplesTests.root
    let python = root.appending(path: ".venv-tests/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { throw NoPython() }
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let schema = folder.appending(path: "schema.json")
    try SessionSchema.text.write(to: schema, atomically: true, encoding: .utf8)
    var paths: [String] = []
    for (name, text) in texts {
      let url = folder.appending(path: name)
      try text.write(to: url, atomically: true, encoding: .utf8)
      paths.append(url.path)
    }
    let process = Process()
    process.executableURL = python
    process.arguments =
      [root.appending(path: "Tests/Tools/validate_schema.py").path] + (checksSchema ? ["--check"] : [])
      + [schema.path] + paths
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
    var verdicts: [String: String] = [:]
    for line in output.split(separator: "\n") {
      guard let colon = line.range(of: ": ") else { continue }
      let name = URL(filePath: String(line[..<colon.lowerBound])).lastPathComponent
      verdicts[name] = String(line[colon.upperBound...])
    }
    return verdicts
  }

  @Test func takesEverySampleAndTemplate() throws {
    var texts = try SamplesTests.samples.map {
      (name: $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8))
    }
    texts.append((name: "example.yaml", text: SessionReaderTests.example))
    for language in Language.allCases {
      texts.append((name: "new-\(language).yaml", text: SessionTemplate.text(in: language)))
    }
    let verdicts = try Self.validate(texts, andTheSchema: true)
    #expect(verdicts.count == texts.count)
    for (name, verdict) in verdicts.sorted(by: { $0.key < $1.key }) { #expect(verdict == "valid", "\(name)") }
  }

  /// Every shorthand that the reader takes, the schema takes, too.
  @Test func takesWhatTheReaderTakes() throws {
    let houses =
      ShorthandTests.pairs.flatMap { ["[\($0.short)]", "[\($0.long)]"] }
      + HouseShorthandTests.cases.map(\.text)
    let texts = houses.enumerated().map {
      (name: "\($0.offset).yaml", text: ShorthandTests.file(houses: "b1: \($0.element)"))
    }
    let verdicts = try Self.validate(texts)
    for (index, house) in houses.enumerated() {
      #expect(verdicts["\(index).yaml"] == "valid", "\(house): \(verdicts["\(index).yaml"] ?? "nothing")")
    }
  }

  /// Exactly the numbers of a range, in either width, with zeros before them or a word behind them.
  @Test(arguments: [0...9, 1...7, 1...10, 0...99, 1...100, 1...999, 1...1000, 0...1440, 1...1999])
  func wholeNumbers(range: ClosedRange<Int>) throws {
    let pattern = try NSRegularExpression(pattern: SchemaPattern.whole(range, units: ["軒", "家族"]))
    func takes(_ text: String) -> Bool {
      pattern.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }
    let wide = Array("０１２３４５６７８９").map(String.init)
    for number in 0...2100 {
      let isIn = range.contains(number)
      let digits = String(number).utf8.map { wide[Int($0) - 0x30] }.joined()
      #expect(takes("\(number)") == isIn && takes("00\(digits) 家族") == isIn, "\(number) of \(range)")
    }
    #expect(!takes("") && !takes("-1") && !takes("5.5") && !takes("5戸") && !takes("0000000005"))
  }

  static let broken: [(String, String)] = [
    ("an unknown key", "nmae: x"), ("a format of the future", "tenken: 2"),
    ("houses as a list", "maps: [{id: A, title: t, houses: [b1]}]"),
    ("a resident without a sign", "maps: [{id: A, title: t, houses: {b1: [78 農業]}}]"),
    ("an age of 700", "maps: [{id: A, title: t, houses: {b1: [○700]}}]"),
    ("an age of 700, spelled out", "maps: [{id: A, title: t, houses: {b1: [{sex: male, age: 700}]}}]"),
    ("two kinds of age", "maps: [{id: A, title: t, houses: {b1: [{age: 7, born: 2000}]}}]"),
    ("an unknown relation", "maps: [{id: A, title: t, houses: {b1: [{sex: male, relation: uncel}]}}]"),
    ("a horizon of 0", "horizons: [0]"), ("a horizon of 101", "horizons: [101]"),
    ("a map without an id", "maps: [{title: t}]"), ("a map without a title", "maps: [{id: A}]"),
    ("a road of one point", "maps: [{id: A, title: t, roads: [{id: r, points: [[0, 1]]}]}]"),
    ("a road without a name", "maps: [{id: A, title: t, roads: [{points: [[0, 1], [1, 1]]}]}]"),
    (
      "a kind of road there is not",
      "maps: [{id: A, title: t, roads: [{id: r, kind: big, points: [[0, 1], [1, 1]]}]}]"
    ),
    ("a side there is not", "maps: [{id: A, title: t, along: [{road: r, side: up, houses: []}]}]"),
    ("a landmark there is not", "maps: [{id: A, title: t, landmarks: [{kind: castel, at: [1, 1]}]}]"),
    ("a state there is not", "maps: [{id: A, title: t, houses: {b1: {state: empty}}}]"),
    ("a plan without a year", "maps: [{id: A, title: t, houses: {b1: [{sex: male, plans: leaves}]}}]"),
    ("rules that are none", "rules: {deceased-at: never}"), ("a language there is not", "language: fr"),
    ("a date that is none", "date: tomorrow"),
    ("a point of three", "maps: [{id: A, title: t, houses: {b1: {at: [1, 2, 3]}}}]"),
    ("an empty title", "title:"), ("a horizon of 0 in quotes", "horizons: ['0']"),
    ("a blank entry among people", "maps: [{id: A, title: t, houses: {b1: [○43, ' ', △43]}}]"),
    ("people in a vacant house", "maps: [{id: A, title: t, houses: {b1: [○43, 空き家]}}]"),
    ("people in a vacant house, key by key", "maps: [{id: A, title: t, houses: {b1: {people: [空き家, ○43]}}}]"),
    ("people in a house nobody knows", "maps: [{id: A, title: t, houses: {b1: [○43, 不明]}}]"),
    (
      "a road whose name is left empty",
      "maps: [{id: A, title: t, roads: [{id: , points: [[0, 1], [1, 1]]}]}]"
    ),
    ("a house whose id has a point", "maps: [{id: A, title: t, houses: {b.1: [○43]}}]"),
    (
      "a unit at a point",
      "maps: [{id: A, title: t, houses: {b1: {kind: apartment, units: {'1': '30, 40'}}}}]"
    ),
    ("a page that is a number", "contacts: [{name: n, url: 1.5}]"),
    ("a persona 0", "personas: [{title: p, number: 0}]"),
    ("a persona 1000 in quotes", "personas: [{title: p, number: '1000'}]"),
    ("families of 1,001", "scenarios: {s: {families: {2030: 1001家族, each: ○35}}}"),
    ("no families, in words", "scenarios: {s: {families: {2030: 0世帯, each: ○35}}}"),
    ("two million answers", "tallies: [{title: t, counts: {a: 2000000人}}]"),
    ("a portrait that is no picture", "greetings: [{name: n, words: w, portrait: a.doc}]"),
    ("no maps, and nothing for print", "scenarios: {x: {rules: {relet: off}}}\nmaps:"),
  ]

  /// The reader and the schema agree about what is broken.
  @Test func refusesWhatIsBroken() throws {
    let texts = Self.broken.enumerated().map { index, entry -> (name: String, text: String) in
      var text = ""
      for line in ["tenken: 1", "title: t", "date: 2023-02-07", "maps: [{id: A, title: t}]"]
      where !entry.1.hasPrefix(line.prefix { $0 != ":" } + ":") { text += line + "\n" }
      return (name: "\(index).yaml", text: text + entry.1 + "\n")
    }
    let verdicts = try Self.validate(texts)
    for (index, entry) in Self.broken.enumerated() {
      #expect(verdicts["\(index).yaml"] != "valid", "\(entry.0)")
      let result = SessionReader.read(bytes: Array(texts[index].text.utf8), file: "f")
      #expect(result.hasErrors, "the reader: \(entry.0)")
    }
  }

  // MARK: - The sample with everything in it, edited

  private static func edited(_ variants: [SchemaVariant]) throws -> [(name: String, text: String)] {
    let sample = try String(
      contentsOf: SamplesTests.root.appending(path: "samples/everything.yaml"), encoding: .utf8)
    return variants.enumerated().map { index, variant in
      #expect(sample.ranges(of: variant.old).count == 1, "the sample has not once: \(variant.old)")
      return (name: "\(index).yaml", text: sample.replacing(variant.old, with: variant.new))
    }
  }

  @Test func refusesBrokenSamplesAsTheReaderDoes() throws {
    let variants = BrokenVariants.all
    #expect(variants.count >= 60)
    let texts = try Self.edited(variants)
    let verdicts = try Self.validate(texts)
    for (variant, edited) in zip(variants, texts) {
      #expect(verdicts[edited.name] != nil && verdicts[edited.name] != "valid", "the schema: \(variant.name)")
      let result = SessionReader.read(bytes: Array(edited.text.utf8), file: "f")
      #expect(result.hasErrors, "the reader: \(variant.name)")
    }
  }

  @Test func takesShorthandInSamplesAsTheReaderDoes() throws {
    let variants = GoodVariants.all
    #expect(variants.count >= 60)
    let texts = try Self.edited(variants)
    let verdicts = try Self.validate(texts)
    for (variant, edited) in zip(variants, texts) {
      #expect(verdicts[edited.name] == "valid", "the schema: \(variant.name): \(verdicts[edited.name] ?? "")")
      let errors = SessionReader.read(bytes: Array(edited.text.utf8), file: "f").findings
        .filter { $0.severity == .error }
      #expect(errors.isEmpty, "the reader: \(variant.name): \(errors.map(\.message.en))")
    }
  }

  @Test func offersEveryKeyInBothLanguages() throws {
    let text = SessionSchema.text
    for key in MapKey.allCases {
      for name in key.names { #expect(text.contains("\"\(name)\": {"), "\(name)") }
    }
    #expect(text.contains("取り組むといいこと") && text.contains("What would be good to do"))
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }
}
