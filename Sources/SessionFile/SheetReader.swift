import Diagnostics
import Workshop

/// Reads the paper and what is drawn on it beside the houses.
struct SheetReader {
  let report: Report

  // MARK: - The paper

  func sheet(_ node: Node?, north: Node?) -> Sheet {
    var sheet = size(node) ?? Sheet(width: 180, height: 120)
    sheet.north = bearing(north) ?? 0
    return sheet
  }

  /// `[180, 120]`, `180x120` or `180,120`.
  private func size(_ node: Node?) -> Sheet? {
    guard let node else { return nil }
    var numbers: [Double] = []
    switch node.content {
    case .list(let list): numbers = list.compactMap { report.number($0) }
    case .scalar(let text):
      numbers = text.folded.split { "x×X,、*[]()".contains($0) }.compactMap { NumberText.decimal(String($0)) }
    default: break
    }
    guard numbers.count == 2 else {
      if case .list(let list) = node.content, numbers.count != list.count { return nil }
      report.error(
        .badValue, at: report.place(node),
        Phrase(ja: "用紙は [横, 縦] の二つの数で書きます。", en: "A sheet is two numbers, [width, height]."),
        hint: Phrase(ja: "たとえば [180, 120] と書きます。", en: "For example [180, 120]."))
      return nil
    }
    guard numbers.allSatisfy({ $0 > 0 && $0 <= 1_000_000 }) else {
      report.error(
        .badValue, at: report.place(node),
        Phrase(ja: "用紙の横と縦は 0 より大きい数です。", en: "The width and height of a sheet are greater than 0."))
      return nil
    }
    return Sheet(width: numbers[0], height: numbers[1])
  }

  private static let edges = Vocabulary<Double>([
    (0, ["up", "上"]), (90, ["right", "右"]), (180, ["down", "下"]), (270, ["left", "左"]),
  ])

  private func bearing(_ node: Node?) -> Double? {
    guard let node else { return nil }
    if let text = node.text, let value = SheetReader.edges[text] { return value }
    let degrees = node.text.map { $0.folded.trimmed.replacing("度", with: "").replacing("°", with: "") }
    guard let value = degrees.flatMap(NumberText.decimal), abs(value) <= 360 else {
      report.tellBadValue(
        node, Phrase(ja: "北の向き", en: "the direction of north"),
        hint: Phrase(
          ja: "紙の上から時計回りの角度(0〜360)か、上・右・下・左を書きます。",
          en: "Give degrees clockwise from the upper edge, 0 to 360."))
      return nil
    }
    let turned = value.truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 360 : turned
  }

  // MARK: - Lines

  /// Roads, rivers and railways; their ids are unique among all of them. `unread` is what stands in the place of roads
  /// that could not be read, which has been told.
  func lines(_ fields: Fields<MapKey>) -> (lines: [Line], unread: [String]) {
    var lines: [Line] = []
    var unread: [String] = []
    var seen: [String: Int] = [:]
    for node in list(
      fields[.roads], of: RoadKey.self, like: "{id: R1, kind: main, points: [[0, 60], [180, 60]]}")
    {
      let (id, line) = road(node)
      if let line { add(line, node, &lines, &seen) } else { unread += names(node) }
      // Of a road whose course cannot be read, the name counts.
      if line == nil, let id { isNew(id, node, &seen) }
    }
    for (key, kind) in [(MapKey.rivers, LineKind.river), (.railways, .railway)] {
      for (index, node) in list(fields[key]).enumerated() {
        if let line = watercourse(node, kind, index) { add(line, node, &lines, &seen) }
      }
    }
    return (lines, unread)
  }

  /// What a road that could not be read may go by.
  private func names(_ node: Node) -> [String] {
    switch node.content {
    case .scalar(let text): [text.asID]
    case .table(let entries): entries.compactMap { $0.value.text?.asID }
    case .list, .null: []
    }
  }

  private func add(_ line: Line, _ node: Node, _ lines: inout [Line], _ seen: inout [String: Int]) {
    if isNew(line.id, node, &seen) { lines.append(line) }
  }

  /// Whether no line had this id before; told where one had.
  @discardableResult
  private func isNew(_ id: String, _ node: Node, _ seen: inout [String: Int]) -> Bool {
    if let first = seen[id] {
      report.tellDuplicateID(node, id, line: first)
      return false
    }
    seen[id] = node.line
    return true
  }

  /// A road, and the id it goes by; no road where its course cannot be read.
  private func road(_ node: Node) -> (id: String?, line: Line?) {
    if let text = node.text, !text.contains("：") {
      report.error(
        .wrongType, at: report.place(node),
        Phrase(
          ja: "道には、名前のほかに、通る所が要ります。", en: "A road needs more than its name: the points it runs through."),
        hint: Phrase(
          ja: "- {id: \(text.shortened), points: [[0, 60], [180, 60]]} のように書きます。",
          en: "Write - {id: \(text.shortened), points: [[0, 60], [180, 60]]}."))
      return (nil, nil)
    }
    guard let fields = Fields<RoadKey>(node, what: Phrase(ja: "道", en: "a road"), report: report) else {
      return (nil, nil)
    }
    let name = report.text(fields[.name])
    let kind = report.word(fields[.kind], Words.roadKinds, what: Phrase(ja: "道の種類", en: "kind of road"))
    let points = report.points(fields[.points], atLeast: 2)
    guard let id = report.text(fields[.id]) ?? name else {
      report.error(
        .missingKey, at: report.place(node),
        Phrase(ja: "道に名前がありません。", en: "A road lacks its `id`."),
        hint: Phrase(ja: "id: 県道 のように短い名前を付けてください。", en: "Give it a short name, as in id: main."))
      return (nil, nil)
    }
    return (
      id.asID,
      points.map { Line(id: id.asID, name: name ?? id, kind: kind ?? .street, points: $0) }
    )
  }

  private func watercourse(_ node: Node, _ kind: LineKind, _ index: Int) -> Line? {
    let what = kind == .river ? Phrase(ja: "川", en: "a river") : Phrase(ja: "線路", en: "a railway")
    guard let fields = Fields<WatercourseKey>(node, what: what, report: report),
      let points = report.points(fields[.points], atLeast: 2)
    else { return nil }
    let name = report.text(fields[.name])
    let id = report.text(fields[.id])
    return Line(
      id: (id ?? name)?.asID ?? "\(kind.rawValue)-\(index + 1)", name: name ?? id, kind: kind, points: points)
  }

  // MARK: - Areas

  func areas(_ node: Node?) -> [Area] {
    list(node).compactMap { node in
      guard let fields = Fields<AreaKey>(node, what: Phrase(ja: "区域", en: "an area"), report: report) else {
        return nil
      }
      let kind = report.word(fields[.kind], Words.areaKinds, what: Phrase(ja: "区域の種類", en: "kind of area"))
      let points = report.points(fields[.points], atLeast: 3)
      let name = report.text(fields[.name])
      guard let kind, let points else { return nil }
      return Area(kind: kind, name: name, points: points)
    }
  }

  /// The entries of a list; a single entry is as good as a list of one.
  func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    switch node.content {
    case .list(let list): return list
    case .null: return []
    case .table: return [node]
    case .scalar:
      report.tellWrongType(
        node, expected: Phrase(ja: "一覧(「- 」で始まる行)", en: "a list (lines beginning with “- ”)"))
      return []
    }
  }

  /// The same of tables with the keys of `Key`, an `example` of which is shown where each stands behind its name instead.
  func list<Key: FormatKey>(_ node: Node?, of _: Key.Type, like example: String) -> [Node] {
    guard let node, case .table(let entries) = node.content, let first = entries.first else {
      return list(node)
    }
    let names = report.names(of: Key.self)
    let isByName = entries.allSatisfy { entry in
      guard let key = entry.key.text, names[key.unicodeScalars] == nil else { return false }
      return entry.value.text == nil && !entry.value.isNull
    }
    guard isByName else { return [node] }
    report.error(
      .wrongType, at: report.place(first.key),
      Phrase(
        ja: "ここには一覧が必要ですが、名前ごとに書かれています。", en: "Expected a list, but each stands behind its name."),
      hint: Phrase(ja: "一つずつ「- \(example)」のように書きます。", en: "Write each as “- \(example)”."))
    return []
  }
}
