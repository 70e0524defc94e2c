import Diagnostics
import Picture
import Projection
import Workshop

/// A small house for the legend, drawn by the map's own hand.
struct LegendHouse {
  let type: Typesetter
  let language: Language
  let shade: Shade
  let isNew: Bool
  let kind: HouseKind
  let numeral: String?
  /// The height of the legend's signs.
  let size: Double
  /// Whether it has been taken down since the sheet before.
  var isGone = false
  /// Whether people have moved in since the sheet before.
  var isMovedIn = false

  /// The width with the mark of a newly vacant house.
  var width: Double { size * (kind == .facility ? 1.5 : kind == .shop ? 1.4 : 1.3) + (isNew ? 3 : 0) }

  func draw(at center: Vec) -> [Item] {
    let content: Detail.Content = numeral == nil ? .people : .counts
    let detail = Detail(
      content: content, units: content, size: content == .people ? size * (isNew ? 0.5 : 0.58) : size * 0.5,
      shape: .slim, occupations: false, away: false, names: nil)
    var rows: [[PersonFace]] = []
    if let numeral, let count = Int(numeral) {
      let someone = PersonFace(sex: .male, age: .unknown, isOlder: false, depends: false)
      rows = [Array(repeating: someone, count: count)]
    }
    let face = DwellingFace(
      shade: shade, isNew: isNew, rows: rows, isGone: isGone, isMovedIn: isMovedIn)
    let house = HouseModel(
      id: "legend", name: nil, kind: kind, placement: .anywhere,
      dwellings: [DwellingModel(label: nil, faces: [face])], floors: nil, away: [])
    let symbols = PersonSymbol(
      type: type, language: language, audience: .public, form: .short, size: detail.size)
    var captions = CaptionList()
    let metrics = HouseMetrics(house, HouseNeeds(house, &captions), detail, symbols)
    // A sign of the legend, not a house of the map.
    return HouseSymbol(symbols: symbols, detail: detail).draw(house, metrics, state: 0, at: center).map {
      guard case .group(var group) = $0, group.mark?.kind == .house else { return $0 }
      group.mark = nil
      return .group(group)
    }
  }
}
