import Picture
import Workshop

/// A landmark: its icon, and its name underneath.
struct LandmarkSymbol {
  let detail: Detail
  let type: Typesetter

  /// The room a landmark takes with its name.
  static func size(
    _ landmark: Landmark, _ detail: Detail, _ type: Typesetter
  ) -> (width: Double, height: Double) {
    let icon = detail.icon
    guard detail.landmarkNames, let name = landmark.name, !name.isEmpty else { return (icon, icon) }
    let size = detail.landmarkSize
    let lines = Self.lines(name, size, type)
    let width = lines.map { type.width($0, size) }.max() ?? 0
    return (max(icon, width), icon + size * (0.2 + 1.15 * Double(lines.count)))
  }

  /// The sizes of an icon without its name, the largest first: as it is elsewhere on the map, then smaller where there is
  /// no room for that, down to the smallest symbol that can be told on paper.
  static func icons(_ detail: Detail) -> [Double] {
    [detail.icon, min(detail.icon, max(8, detail.icon * 0.7)), Theme.smallestSymbol]
  }

  /// The room of a landmark's name alone.
  static func nameSize(
    _ landmark: Landmark, _ detail: Detail, _ type: Typesetter
  ) -> (width: Double, height: Double) {
    guard detail.landmarkNames, let name = landmark.name, !name.isEmpty else { return (0, 0) }
    let size = detail.landmarkSize
    let lines = Self.lines(name, size, type)
    return (lines.map { type.width($0, size) }.max() ?? 0, size * (0.2 + 1.15 * Double(lines.count)))
  }

  /// A long name stands on two lines.
  private static func lines(_ name: String, _ size: Double, _ type: Typesetter) -> [String] {
    type.width(name, size) > size * 7.5 ? LabelLines.halves(name, size, type) : [name]
  }

  /// The landmark at its place; a bridge that stands on its crossing has only its name there.
  func draw(
    _ landmark: Landmark, number: Int, at place: Place, bridge: (center: Vec, size: Double)? = nil
  ) -> [Item] {
    if place.isLeftOut && bridge == nil { return [] }
    let center = place.center
    let own = place.step > 0 ? Self.icons(detail)[min(place.step, 3) - 1] : detail.icon
    let whole =
      bridge != nil
      ? Self.nameSize(landmark, detail, type)
      : place.isReduced ? (width: own, height: own) : Self.size(landmark, detail, type)
    let icon = bridge == nil ? own : 0
    let top = center.y - whole.height / 2
    let frame =
      bridge.map { Box(center: $0.center, width: $0.size, height: $0.size) }
      ?? Box(center.x - icon / 2, top, center.x + icon / 2, top + icon)
    let subject = "\(number)"
    var items: [Item] = [
      .group(
        Group(
          [.icon(Icon(landmark.kind.rawValue, frame: frame.rect))], mark: Mark(.landmark, subject)))
    ]
    guard !place.isReduced, detail.landmarkNames, let name = landmark.name, !name.isEmpty else {
      return items
    }
    let size = detail.landmarkSize
    for (row, words) in Self.lines(name, size, type).enumerated() {
      let baseline = top + icon + size * (1.05 + 1.15 * Double(row))
      items.append(
        .group(
          Group(
            [.text(type.place(words, size, color: Theme.ink, at: Vec(center.x, baseline), .center))],
            mark: Mark(.landmarkName, subject))))
    }
    return items
  }
}
