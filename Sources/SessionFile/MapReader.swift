import Diagnostics
import Workshop

/// Reads one table's map.
struct MapReader {
  let report: Report
  /// What the workshop says for every map.
  let baseYear: Int?
  let horizons: [Int]?
  let rules: RuleChanges

  static let defaultHorizons = [10, 20, 30]

  /// The map; nil where there is nothing to be made of it.
  func map(_ node: Node) -> (map: TableMap, id: Node?)? {
    guard let fields = Fields<MapKey>(node, what: Phrase(ja: "地図", en: "a map"), report: report) else {
      return nil
    }
    let id = report.text(fields[.id]).map(\.asID) ?? ""
    checkID(id, fields[.id])
    let title = report.text(fields[.title]) ?? ""
    let base = report.year(fields[.baseYear]) ?? baseYear
    if base == nil {
      if report.knowsYears, !fields.has(.baseYear) { tellNoBaseYear(fields.keyNode(.id) ?? node) }
      report.knowsYears = false
    }
    let year = base ?? MapReader.yearOfNoSession
    let horizons =
      HorizonReader(report: report).horizons(fields[.horizons]) ?? self.horizons ?? MapReader.defaultHorizons
    let sheets = SheetReader(report: report)
    let (lines, unread) = sheets.lines(fields)
    var map = TableMap(
      id: id, title: title, subtitle: report.text(fields[.subtitle]), baseYear: year, horizons: horizons,
      sheet: sheets.sheet(fields[.sheet], north: fields[.north]), lines: lines,
      areas: sheets.areas(fields[.areas]))
    map.findings = report.richLines(fields[.findings], slipsAre: .warning)
    map.actions = report.richLines(fields[.actions], slipsAre: .warning)
    map.notes = report.lines(fields[.notes])
    map.rules = RulesReader(report: report).rules(fields[.rules])
    map.targets = TargetReader(report: report).targets(fields[.targets])
    let inForce = Rules.workshop.applying(rules).applying(map.rules)
    let houses = HouseReader(
      report: report, baseYear: year, horizons: horizons, deceasedAt: inForce.deceasedAt.years
    ).houses(fields[.houses])
    place(houses, landmarks(fields[.landmarks]), fields, unreadRoads: unread, in: &map)
    checkWhole(map, fields, node)
    return (map, fields[.id])
  }

  /// Stands in where no year is known; nothing is ever made of it, for that is an error.
  private static let yearOfNoSession = 2000

  // MARK: - Landmarks and places

  private func landmarks(_ node: Node?) -> [LandmarkDraft] {
    let all = SheetReader(report: report).list(
      node, of: LandmarkKey.self, like: "{kind: school, at: [30, 40]}")
    return all.compactMap { node in
      guard let fields = Fields<LandmarkKey>(node, what: Phrase(ja: "目印", en: "a landmark"), report: report)
      else {
        return nil
      }
      let kind = report.word(
        fields[.kind], Words.landmarkKinds, what: Phrase(ja: "目印の種類", en: "kind of landmark"))
      let id = report.text(fields[.id]).map(\.asID)
      var placement = Placement.anywhere
      var spot: Spot?
      if let at = fields[.at] {
        if let point = report.point(at) { placement = .point(point) }
        spot = Spot(node: at)
      }
      let landmark = Landmark(kind: kind ?? .other, name: report.text(fields[.name]), placement: placement)
      return LandmarkDraft(landmark: landmark, id: id, node: fields[.id] ?? node, pointSpot: spot)
    }
  }

  private func place(
    _ houses: [HouseDraft], _ landmarks: [LandmarkDraft], _ fields: Fields<MapKey>, unreadRoads: [String],
    in map: inout TableMap
  ) {
    var ids = Set(houses.map(\.house.id))
    for landmark in landmarks {
      guard let id = landmark.id else { continue }
      if !ids.insert(id).inserted {
        let line = houses.first { $0.house.id == id }?.key.line ?? landmark.node.line
        report.tellDuplicateID(landmark.node, id, line: line)
      }
    }
    let rows = RowReader(report: report, roads: map.lines, unread: unreadRoads).places(
      fields[.along], ids: ids, mostUnknown: mostUnknownHouses(fields))
    var nowhere: [(name: String, node: Node)] = []
    for draft in houses {
      var house = draft.house
      if let row = rows[house.id] {
        if draft.pointSpot == nil { house.placement = row.placement } else { tellPointAndRow(draft, row) }
      } else if draft.pointSpot == nil, house.placement == .anywhere, !draft.hasUnknownKey {
        nowhere.append((house.id, draft.key))
      }
      map.houses.append(house)
    }
    for draft in landmarks {
      var landmark = draft.landmark
      if draft.pointSpot == nil {
        if let row = draft.id.flatMap({ rows[$0] }) {
          landmark.placement = row.placement
        } else {
          nowhere.append((landmark.name ?? draft.id ?? landmark.kind.rawValue, draft.node))
        }
      }
      map.landmarks.append(landmark)
    }
    // Where they stand may be said behind a key that is not known.
    if fields.has(.along) || !fields.hasUnknown { tellNowhere(nowhere) }
    SheetChecks(report: report, sheet: map.sheet).check(houses, landmarks, lines: fields)
  }

  /// How many houses of rows are told that are not among the houses: where there are none that could be read, no more
  /// than the first, and none if that has been told.
  private func mostUnknownHouses(_ fields: Fields<MapKey>) -> Int {
    // Of two ways to mend a file, that with fewer of them is the better one.
    if report.isCount { return .max }
    guard let houses = fields[.houses] else { return fields.hasUnknown ? 0 : 1 }
    if case .table = houses.content { return .max }
    return 0
  }

  // MARK: - The map as a whole

  private func checkID(_ id: String, _ node: Node?) {
    guard let node, let bad = id.first(where: { "/".contains($0) || $0.isNewline }) else { return }
    report.error(
      .badID, at: report.place(node),
      Phrase(
        ja: "地図の id「\(id.shortened)」に「\(bad)」は使えません。",
        en: "The map's id “\(id.shortened)” cannot contain “\(bad)”."),
      hint: Phrase(ja: "A や B のような短い名前にしてください。", en: "Use a short name such as A or B."))
  }

  private func checkWhole(_ map: TableMap, _ fields: Fields<MapKey>, _ node: Node) {
    guard !fields.hasUnknown else { return }
    let place = report.place(fields[.id] ?? node)
    if map.houses.isEmpty {
      // What stands there but could not be read has been told.
      if let node = fields[.houses], !node.isEmptyTable { return }
      report.warning(
        .noHouses, at: fields.keyNode(.houses).map { report.place($0) } ?? place,
        Phrase(ja: "この地図にはまだ家がありません。", en: "This map has no houses yet."),
        hint: Phrase(
          ja: "家: の下に b1: [○78 農業, △75] のように書きます。", en: "Write them under houses, as b1: [○78, △75]."))
    } else if map.actions.isEmpty {
      report.warning(
        .noActions, at: fields.keyNode(.actions).map { report.place($0) } ?? place,
        Phrase(
          ja: "「取り組むといいこと」がまだありません。将来の数字だけを見せられると、つらく感じる人がいます。",
          en: "There are no actions yet. To see nothing but the figures of the future has upset residents."),
        hint: Phrase(
          ja: "取り組むといいこと: [テーブルで出た言葉] を書き足してください。",
          en: "Add what the table would do: actions: [the table's words]."))
    }
  }

  private func tellNoBaseYear(_ node: Node) {
    report.error(
      .missingKey, at: report.place(node),
      Phrase(
        ja: "いつの地図かわかりません。日付も基準年もありません。",
        en: "The year of the map is not known: there is neither date nor base-year."),
      hint: Phrase(
        ja: "ファイルの始めに「日付: 2023-02-07」か「基準年: 2023」と書いてください。",
        en: "Write date: 2023-02-07 or base-year: 2023 at the top of the file."))
  }

  private func tellPointAndRow(_ draft: HouseDraft, _ row: RowReader.Place) {
    report.note(
      .pointAndRow, at: report.place(row.spot),
      Phrase(
        ja: "「\(draft.house.id)」には位置も書かれているので、並びではなくその位置に置きます。",
        en: "`\(draft.house.id)` has a point as well; it is put there, not in the row."),
      hint: Phrase(ja: "並びの中は空き(_)になります。", en: "Its place in the row stays empty."))
  }

  /// One note a map: a table that placed nothing would be told so house by house.
  private func tellNowhere(_ all: [(name: String, node: Node)]) {
    guard let first = all.first else { return }
    let (name, others) = (first.name.shortened, all.count - 1)
    report.note(
      .nowherePlaced, at: report.place(first.node),
      others == 0
        ? Phrase(
          ja: "「\(name)」の場所が書かれていないので、空いている所に置きます。",
          en: "Nothing says where `\(name)` stands; it is put where there is room.")
        : Phrase(
          ja: "「\(name)」ほか\(others)件の場所が書かれていないので、空いている所に置きます。",
          en: "Nothing says where `\(name)` and \(others) more stand; they are put where there is room."),
      hint: Phrase(ja: "「沿い」の並びに入れるか、位置を書いてください。", en: "Put it into a row of along, or give its point."))
  }
}

/// Reads the years after the base year.
struct HorizonReader {
  let report: Report

  func horizons(_ node: Node?) -> [Int]? {
    guard let node else { return nil }
    var spots: [(text: String, spot: Spot)] = []
    switch node.content {
    case .null: return nil
    case .scalar(let text): spots = HorizonReader.split(text, node)
    case .list(let list):
      for element in list {
        guard let text = element.text else {
          report.tellWrongType(element, expected: Phrase(ja: "年数", en: "a number of years"))
          return nil
        }
        spots.append((text, Spot(node: element)))
      }
    case .table:
      report.tellWrongType(
        node, expected: Phrase(ja: "年数の一覧 [10, 20, 30]", en: "a list of years [10, 20, 30]"))
      return nil
    }
    guard !spots.isEmpty else {
      report.error(
        .emptyList, at: report.place(node),
        Phrase(ja: "何年後を見るか、少なくとも一つ書いてください。", en: "Give at least one number of years."),
        hint: Phrase(ja: "[10, 20, 30] のように書きます。", en: "Write [10, 20, 30]."))
      return nil
    }
    return unique(spots)
  }

  private func unique(_ spots: [(text: String, spot: Spot)]) -> [Int]? {
    var horizons: Set<Int> = []
    for (text, spot) in spots {
      guard let years = NumberText.integer(text, units: ["年後", "年"]), Horizons.range.contains(years)
      else {
        tellBad(text, spot)
        continue
      }
      if !horizons.insert(years).inserted {
        report.warning(
          .duplicateHorizon, at: report.place(spot),
          Phrase(ja: "\(years)年後は二度書かれています。", en: "\(years) years is written twice."),
          hint: Phrase(ja: "一つで足ります。", en: "Once is enough."))
      }
    }
    return horizons.isEmpty ? nil : horizons.sorted()
  }

  private func tellBad(_ text: String, _ spot: Spot) {
    let years = NumberText.integer(text)
    report.error(
      .badHorizon, at: report.place(spot),
      Phrase(
        ja: "何年後を見るかは 1 から 100 までの数です。", en: "A horizon is a number of years from 1 to 100."),
      hint: years == 0
        ? Phrase(ja: "今のようす(0年後)はいつも描かれます。", en: "The present (0) is always drawn.")
        : years.map(YearText.range.contains) == true
          ? Phrase(
            ja: "西暦ではなく、基準年から数えた年数を書きます。", en: "Count from the base year; do not write the calendar year.")
          : nil)
  }

  private static func split(_ text: String, _ node: Node) -> [(text: String, spot: Spot)] {
    Word.split(String(text.map { ",、，".contains($0) ? " " : $0 })).map {
      ($0.text, Spot(node: node, range: $0.range))
    }
  }
}
