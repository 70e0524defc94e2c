import Diagnostics
import Workshop

/// A landmark as read: it may stand in a row.
struct LandmarkDraft {
  var landmark: Landmark
  var id: String?
  var node: Node
  var pointSpot: Spot?
}

/// Puts houses and landmarks into the rows along the roads.
struct RowReader {
  let report: Report
  let roads: [Line]
  /// What stands in the place of roads that could not be read.
  let unread: [String]

  /// Who stands where: by id, the first place the file gives.
  struct Place {
    var placement: Placement
    var spot: Spot
  }

  /// A word of a row.
  private struct Member {
    var id: String
    var spot: Spot
  }

  /// The places of the houses `ids`; those in a row that could not be read have a place that says nothing.
  /// Of houses that are not among them, `mostUnknown` are told.
  func places(_ node: Node?, ids: Set<String>, mostUnknown: Int = .max) -> [String: Place] {
    var unknown = 0
    var places: [String: Place] = [:]
    var rows: [RoadRow: Int] = [:]
    for entry in SheetReader(report: report).list(node) {
      guard
        let fields = Fields<RowKey>(entry, what: Phrase(ja: "並び", en: "a row"), report: report)
      else { continue }
      let row = self.row(fields)
      let members = self.members(fields[.houses])
      for (slot, member) in members.enumerated() {
        if RowReader.gaps.contains(member.id), !ids.contains(member.id) { continue }
        guard ids.contains(member.id) else {
          if unknown < mostUnknown { tellUnknown(member, ids) }
          unknown += 1
          continue
        }
        if let first = places[member.id] {
          tellTwice(member, first)
        } else {
          let placement = row.map { Placement.along($0, slot: slot, slots: members.count) }
          places[member.id] = Place(placement: placement ?? .anywhere, spot: member.spot)
        }
      }
      if let row, let side = fields.keyNode(.road) ?? fields.keyNode(.side) { checkOverlap(row, side, &rows) }
    }
    return places
  }

  /// How a gap of one house is written.
  static let gaps: Set<String> = ["_", "間", "空", "gap", "-", "・"]

  private func row(_ fields: Fields<RowKey>) -> RoadRow? {
    let side = report.word(fields[.side], Words.sides, what: Phrase(ja: "道の側", en: "side of a road"))
    let from = report.word(fields[.from], Words.starts, what: Phrase(ja: "並べ始める向き", en: "end to begin from"))
    var road: String?
    if let node = fields[.road], let text = report.text(node) {
      if roads.contains(where: { $0.id == text.asID && $0.kind.isRoad }) {
        road = text.asID
      } else if let named = roads.first(where: { $0.name == text && $0.kind.isRoad }) {
        road = named.id
      } else if !unread.contains(where: { $0.contains(text.asID) }) {
        tellUnknownRoad(text, node)
      }
    }
    guard let road, let side else { return nil }
    guard let from else { return RoadRow(road: road, side: side) }
    let isVertical = side == .east || side == .west
    guard isVertical == (from == .north || from == .south) else {
      if let node = fields[.from] { tellWrongFrom(node, isVertical: isVertical) }
      return nil
    }
    return RoadRow(road: road, side: side, isReversed: from == .east || from == .south)
  }

  private func members(_ node: Node?) -> [Member] {
    guard let node else { return [] }
    switch node.content {
    case .null: return []
    case .list(let list):
      return list.flatMap { element in
        // YAML reads `~` and nothing as nothing: a gap is what they look like.
        if element.isNull { return [Member(id: "_", spot: Spot(node: element))] }
        guard let text = report.text(element) else { return [] }
        let names = RowReader.names(element.text ?? text)
        // Only full-width commas part names within an entry.
        guard names.count > 1, text.contains(where: { "、，".contains($0) }) else {
          return [Member(id: text.asID, spot: Spot(node: element))]
        }
        return names.map { Member(id: $0.text.asID, spot: Spot(node: element, range: $0.range)) }
      }
    case .scalar(let text):
      return RowReader.names(text).map { Member(id: $0.text.asID, spot: Spot(node: node, range: $0.range)) }
    case .table:
      report.tellWrongType(
        node, expected: Phrase(ja: "家の id の一覧 [b1, b2]", en: "a list of houses' ids [b1, b2]"))
      return []
    }
  }

  /// Ids in one line, parted by blanks and commas of any kind.
  private static func names(_ text: String) -> [Word] {
    let commas: Set<Unicode.Scalar> = [",", "，", "、"]
    let blank = String.UnicodeScalarView(text.unicodeScalars.map { commas.contains($0) ? " " : $0 })
    return Word.split(String(blank), partsPeople: false)
  }

  // MARK: - Messages

  private func tellUnknown(_ member: Member, _ ids: Set<String>) {
    report.error(
      .unknownHouse, at: report.place(member.spot),
      Phrase(
        ja: "「\(member.id.shortened)」という家は「家」の中にありません。",
        en: "There is no house `\(member.id.shortened)` under houses."),
      hint: Suggestion.hint(for: member.id, among: ids.sorted())
        ?? Phrase(
          ja: "「家」に \(member.id.shortened): ？ のように書き足すか、空きなら _ と書いてください。",
          en: "Add it under houses (\(member.id.shortened): ？), or write _ for a gap."))
  }

  private func tellTwice(_ member: Member, _ first: Place) {
    report.warning(
      .inTwoRows, at: report.place(member.spot),
      Phrase(
        ja: "「\(member.id.shortened)」は並びに二度書かれています。\(first.spot.node.line) 行目の場所に置きます。",
        en:
          "`\(member.id.shortened)` stands in rows twice; it is put where line \(first.spot.node.line) says."),
      hint: Phrase(ja: "どちらか一つを消してください。", en: "Remove one of the two."))
  }

  private func tellUnknownRoad(_ text: String, _ node: Node) {
    let known = roads.filter(\.kind.isRoad).map(\.id)
    report.error(
      .unknownRoad, at: report.place(node),
      Phrase(ja: "「\(text.shortened)」という道はありません。", en: "There is no road `\(text.shortened)`."),
      hint: Suggestion.hint(for: text, among: known)
        ?? (known.isEmpty
          ? Phrase(ja: "先に「道」に道を書いてください。", en: "Add the road under roads first.") : Suggestion.choices(known))
    )
  }

  private func tellWrongFrom(_ node: Node, isVertical: Bool) {
    report.error(
      .badValue, at: report.place(node),
      isVertical
        ? Phrase(
          ja: "道の東側か西側の家は、北から、または南から並べます。",
          en: "Houses on the east or west side are named from the north or the south.")
        : Phrase(
          ja: "道の北側か南側の家は、西から、または東から並べます。",
          en: "Houses on the north or south side are named from the west or the east."))
  }

  private func checkOverlap(_ row: RoadRow, _ key: Node, _ rows: inout [RoadRow: Int]) {
    var plain = row
    plain.isReversed = false
    guard let line = rows[plain] else {
      rows[plain] = key.line
      return
    }
    report.warning(
      .rowsOverlap, at: report.place(key),
      Phrase(
        ja: "同じ道の同じ側の並びが、\(line) 行目にもあります。家が重なります。",
        en:
          "Line \(line) has a row on the same side of the same road; houses will stand on top of each other."),
      hint: Phrase(ja: "一つの並びにまとめ、離れている所は _ で空けてください。", en: "Make it one row, with _ where there are gaps."))
  }
}
