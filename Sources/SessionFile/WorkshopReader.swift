import Diagnostics
import Workshop

/// Reads the outermost table: the workshop.
struct WorkshopReader {
  let report: Report

  func session(_ root: Node) -> Session? {
    if root.text != nil {
      report.error(
        .wrongType, at: report.place(root),
        Phrase(
          ja: "これはワークショップの記録ではないようです。「項目: 値」の形の行がありません。",
          en: "This does not look like the record of a workshop: there is no line of the form “key: value”."),
        hint: Phrase(
          ja: "ファイル名を確かめてください。新しく作るには tenken new を使います。",
          en: "Check the file's name. To begin a new one, use tenken new."))
      return nil
    }
    guard
      let fields = Fields<SessionKey>(root, what: Phrase(ja: "このファイル", en: "the file"), report: report)
    else { return nil }
    report.isJapanese = fields.isJapanese
    checkVersion(fields)
    let date = report.date(fields[.date])
    // A day that does not exist has been told; its year is good enough to go on with.
    let baseYear =
      report.year(fields[.baseYear]) ?? date?.year ?? fields[.date]?.text.flatMap(DateText.year)
    // A date or year that could not be read has been told; that the maps lack one then is no news.
    let isTold = fields.has(.date) || fields.has(.baseYear)
    let horizons = HorizonReader(report: report).horizons(fields[.horizons])
    var session = Session(
      title: report.text(fields[.title]) ?? "", date: date, time: report.text(fields[.time]),
      venue: report.text(fields[.venue]), programme: report.text(fields[.programme]),
      language: report.word(fields[.language], Words.languages, what: Phrase(ja: "言語", en: "language"))
        ?? .ja,
      rules: RulesReader(report: report).rules(fields[.rules]), maps: [])
    session.publication = PublicationReader(report: report).publication(fields)
    // What was begun for print and could not be read has been told; that there is no map either is no news then.
    let isForPrint = SessionKey.allCases.contains { $0.isForPrint && fields.has($0) }
    if !fields.has(.maps), !isForPrint || (session.publication == Publication() && !report.hasErrors) {
      fields.require(.maps)
    }
    if baseYear == nil, isTold, report.hasErrors { report.knowsYears = false }
    session.maps = maps(fields[.maps], fields, baseYear, horizons, session.rules)
    session.scenarios = ScenarioReader(report: report, maps: session.maps).scenarios(fields[.scenarios])
    session.measures = MeasureReader(report: report, maps: session.maps).measures(fields[.measures])
    report.tellMarksInPlainText(root)
    return session
  }

  private func checkVersion(_ fields: Fields<SessionKey>) {
    guard let node = fields[.tenken] else { return }
    guard let text = node.text, NumberText.integer(text) == 1 else {
      report.error(
        .formatVersion, at: report.place(node),
        Phrase(
          ja: "書式の番号「\(node.text?.shortened ?? "")」はわかりません。読めるのは書式 1 です。",
          en: "The format “\(node.text?.shortened ?? "")” is not known; this reads format 1."),
        hint: Phrase(
          ja: "tenken: 1 と書いてください。新しい書式のファイルなら、新しい tenken で開いてください。",
          en: "Write tenken: 1. If the file is of a newer format, use a newer tenken."))
      return
    }
  }

  private func maps(
    _ node: Node?, _ fields: Fields<SessionKey>, _ baseYear: Int?, _ horizons: [Int]?, _ rules: RuleChanges
  ) -> [TableMap] {
    guard let node else { return [] }
    let list = SheetReader(report: report).list(node, of: MapKey.self, like: "id: A")
    if list.isEmpty, case .list = node.content {
      report.error(
        .emptyList, at: report.place(fields.keyNode(.maps) ?? node),
        Phrase(ja: "地図が一つもありません。", en: "There is no map."),
        hint: Phrase(ja: "地図: の下に「- id: A」で始まる地図を書いてください。", en: "Begin one under maps with “- id: A”."))
    }
    var seen: [String: Int] = [:]
    var maps: [TableMap] = []
    let reader = MapReader(report: report, baseYear: baseYear, horizons: horizons, rules: rules)
    for entry in list {
      guard let (map, id) = reader.map(entry) else { continue }
      if let id {
        if let line = seen[map.id] { report.tellDuplicateID(id, map.id, line: line) }
        seen[map.id] = seen[map.id] ?? id.line
      }
      maps.append(map)
    }
    return maps
  }
}
