import Diagnostics
import Layout
import Projection
import Workshop

/// The rules in force for the maps of a session, in words: the workshop's and those of chance, with their sources.
public struct RulesReport: Sendable {
  /// The rules of a map, in the base case or in a scenario.
  struct Part {
    /// The map; nil where nothing was read and the usual rules are told.
    var map: TableMap?
    var scenario: String?
    var workshop: [RuleSentence]
    var chance: [RuleSentence]
    var line: Phrase
    var chanceLine: Phrase
  }

  /// As the user named the file; nil where the usual rules are told.
  public let name: String?
  /// The session's title.
  public let title: String?
  let parts: [Part]
  private let rateLibrary: RateLibrary

  /// The rules that hold where nothing is said.
  public init() throws(Trouble) {
    let rateLibrary = try ChanceRuleBook.standard()
    (name, title, self.rateLibrary) = (nil, nil, rateLibrary)
    let settings = ChanceSettings(rateLibrary: rateLibrary, session: RuleChanges(), map: RuleChanges())
    parts = [Self.part(settings, session: RuleChanges(), map: nil, scenario: nil)]
  }

  /// The rules of a session's maps.
  ///
  /// - Throws: A finding for every map, scenario and file of rates that is not there.
  public init(_ checked: CheckedSession, maps: [String] = [], scenarios: [String] = []) throws(Trouble) {
    let session = checked.session
    let chosen = try Selection.maps(maps, of: session, file: checked.input.name)
    let cases = try Selection.scenarios(scenarios, of: session, file: checked.input.name)
    let book = try ChanceRuleBook(checked)
    name = checked.input.name
    title = session.title
    rateLibrary = book.rateLibrary
    parts = ([nil] + cases.map(Optional.some)).flatMap { scenario in
      chosen.map { map in
        Self.part(
          book.settings(for: map, scenario: scenario), session: session.rules, map: map, scenario: scenario)
      }
    }
  }

  /// All that is in force for the pictures of one map: what `tenken rules` tells of it, to go with them.
  static func words(_ book: ChanceRuleBook, for map: TableMap, scenario: Scenario?) -> [RuleLine] {
    let part = part(
      book.settings(for: map, scenario: scenario), session: book.session.rules, map: map, scenario: scenario)
    let report = RulesReport(part, book.rateLibrary)
    return all(part).dropFirst() + report.sourceLines(isPublic: true)
  }

  private init(_ part: Part, _ rateLibrary: RateLibrary) {
    (name, title, parts, self.rateLibrary) = (nil, nil, [part], rateLibrary)
  }

  private static func part(
    _ settings: ChanceSettings, session: RuleChanges, map: TableMap?, scenario: Scenario?
  ) -> Part {
    Part(
      map: map, scenario: scenario?.name,
      workshop: RulesText.sentences(session: session, map: map?.rules ?? RuleChanges(), scenario: scenario),
      chance: RulesText.sentences(settings), line: RulesText.line(settings.workshop),
      chanceLine: RulesText.line(settings))
  }

  /// The files of rates that are used, with what their heads say, in order.
  private var sources: [(file: String, name: Phrase, head: [String])] {
    let usual = rateLibrary.standard.sorted { $0.key < $1.key }.map { name, file in
      ("Assets/rates/" + name, file.sourceName ?? Phrase(verbatim: name), file.head)
    }
    return usual
      + rateLibrary.files.sorted { $0.key < $1.key }.map { path, file in
        (path, file.sourceName ?? Phrase(verbatim: path), file.head)
      }
  }

  // MARK: - Words

  /// The rules to read. Maps that have the same rules are told together; of a scenario, what it changes.
  public func text(in language: Language) -> String {
    var lines: [RuleLine] = []
    if let name, let title { lines.append(RuleLine(.heading, Phrase(verbatim: "\(title)  (\(name))"))) }
    for (part, maps) in groups {
      if !lines.isEmpty { lines.append(RuleLine(.blank)) }
      if let scenario = part.scenario {
        lines.append(RuleLine(.heading, Phrase(ja: "もしも「\(scenario)」", en: "Scenario ‘\(scenario)’")))
      }
      for map in maps { lines.append(RuleLine(.heading, Phrase(verbatim: "\(map.id)  \(map.title)"))) }
      if maps.isEmpty {
        lines.append(RuleLine(.heading, Phrase(ja: "何も書かないときの決まり", en: "Where nothing is said")))
      }
      lines += part.scenario == nil ? Self.all(part) : changes(part)
    }
    lines += sourceLines()
    return lines.text(in: language) + "\n"
  }

  /// The files of rates that are used, with their heads.
  ///
  /// - Parameter isPublic: Whether everybody reads it: of the users' own files nothing is told but what they say of
  ///   their numbers, and not where they lie.
  private func sourceLines(isPublic: Bool = false) -> [RuleLine] {
    let named = parts.flatMap { $0.chance.compactMap(\.source?.ja) }
    let used = sources.filter { source in named.contains { $0.contains(source.name.ja) } }
    guard !used.isEmpty else { return [] }
    var lines = [
      RuleLine(.blank), RuleLine(.heading, Phrase(ja: "率の出典", en: "Where the rates come from")),
    ]
    for source in used {
      let isOwn = rateLibrary.files[source.file] != nil
      let path = source.file.split(separator: "/").last.map(String.init) ?? source.file
      lines.append(RuleLine(.entry, Phrase(verbatim: isPublic && isOwn ? path : source.file)))
      lines += source.head.filter { line in
        !line.hasPrefix("name:")
          && (!isPublic || !isOwn || ["unit:", "year:", "source:"].contains(where: line.hasPrefix))
      }.map { RuleLine(.detail, Phrase(verbatim: $0)) }
    }
    return lines
  }

  /// Maps with the same rules together, in the order of the file.
  private var groups: [(Part, [TableMap])] {
    var groups: [(Part, [TableMap])] = []
    for part in parts {
      let own = part.map.map { [$0] } ?? []
      let same = groups.firstIndex {
        $0.0.scenario == part.scenario && $0.0.workshop == part.workshop && $0.0.chance == part.chance
      }
      if let same { groups[same].1 += own } else { groups.append((part, own)) }
    }
    return groups
  }

  private static func all(_ part: Part) -> [RuleLine] {
    [RuleLine(.blank), RuleLine(.heading, Phrase(ja: "ワークショップの決まり", en: "The workshop's rules"))]
      + part.workshop.flatMap(lines) + [
        RuleLine(.blank),
        RuleLine(.heading, Phrase(ja: "確率（--chance で使います）", en: "Chances (used with --chance)")),
      ] + part.chance.flatMap(lines)
  }

  private func changes(_ part: Part) -> [RuleLine] {
    let base = parts.first { $0.scenario == nil && $0.map?.id == part.map?.id }
    let changed = (part.workshop + part.chance).filter { sentence in
      !((base?.workshop ?? []) + (base?.chance ?? [])).contains(sentence)
    }
    guard !changed.isEmpty else {
      return [RuleLine(.entry, Phrase(ja: "決まりは変わりません。", en: "No rule is changed."))]
    }
    return changed.flatMap(Self.lines)
  }

  private static func lines(_ sentence: RuleSentence) -> [RuleLine] {
    let mark = sentence.mark.map { Phrase(ja: " " + $0.ja, en: " " + $0.en) } ?? Phrase(verbatim: "")
    let rule = Phrase(
      ja: "・\(sentence.text.ja)\(mark.ja)", en: "- \(sentence.text.en)\(mark.en)")
    guard let source = sentence.source else { return [RuleLine(.entry, rule)] }
    return [
      RuleLine(.entry, rule), RuleLine(.source, Phrase(ja: "出典: \(source.ja)", en: "Source: \(source.en)")),
    ]
  }

  // MARK: - JSON

  /// The rules for programs; its form is told in the manual and only ever added to.
  public var json: String {
    JSONText.object([
      ("format", .string("tenken-rules-1")), ("file", .optional(name)), ("title", .optional(title)),
      (
        "rules",
        .array(
          parts.map { part in
            .object([
              ("map", .optional(part.map?.id)), ("title", .optional(part.map?.title)),
              ("scenario", .optional(part.scenario)),
              ("workshop", .array(part.workshop.map(Self.json))),
              ("chance", .array(part.chance.map(Self.json))),
              ("line", Self.json(part.line)), ("chanceLine", Self.json(part.chanceLine)),
            ])
          })
      ),
      (
        "sources",
        .array(
          sources.map {
            .object([("file", .string($0.file)), ("head", .array($0.head.map { .string($0) }))])
          })
      ),
    ]).text
  }

  private static func json(_ sentence: RuleSentence) -> JSONText {
    let (level, scenario): (String, String?) =
      switch sentence.level {
      case .standard: ("standard", nil)
      case .session: ("session", nil)
      case .map: ("map", nil)
      case .scenario(let name): ("scenario", name)
      }
    return .object([
      ("rule", .optional(sentence.key)), ("text", json(sentence.text)),
      ("source", sentence.source.map(json) ?? .null), ("setBy", .string(level)),
      ("scenario", .optional(scenario)),
    ])
  }

  private static func json(_ phrase: Phrase) -> JSONText {
    .object([("ja", .string(phrase.ja)), ("en", .string(phrase.en))])
  }
}
