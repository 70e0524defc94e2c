import Diagnostics
import Picture

/// The year as the biggest word, and how far away it is.
struct YearTitle {
  let type: Typesetter
  let language: Language
  /// How deep it stands in the document's structure.
  var role = StructureRole.heading2

  /// Draws words in the place of a year.
  func draw(words: String, size: Double, at origin: Vec) -> (items: [Item], width: Double) {
    let text = type.place(words, size, .bold, color: Theme.ink, at: origin)
    return (
      [.group(Group([.text(text)], mark: Mark(.year), role: role))], type.width(words, size, .bold)
    )
  }

  /// Draws the year from `origin`, the left end of its baseline; gives its width too.
  func draw(year: Int, horizon: Int, size: Double, at origin: Vec) -> (items: [Item], width: Double) {
    var items: [Item] = []
    var x = origin.x
    items.append(.text(type.place("\(year)", size, .bold, color: Theme.ink, at: origin)))
    x += type.width("\(year)", size, .bold)
    let small = max(9, size * 0.36)
    let unit = MapWords.yearUnit(in: language)
    if !unit.isEmpty {
      x += size * 0.06
      items.append(.text(type.place(unit, small, color: Theme.ink, at: Vec(x, origin.y))))
      x += type.width(unit, small)
    }
    x += small * 0.7
    let words = (horizon == 0 ? MapWords.now : MapWords.later(horizon))(in: language)
    items.append(
      .text(
        type.place(
          words, small, horizon == 0 ? .regular : .bold, color: horizon == 0 ? Theme.muted : Theme.accent,
          at: Vec(x, origin.y))))
    x += type.width(words, small, horizon == 0 ? .regular : .bold)
    return ([.group(Group(items, mark: Mark(.year), role: role))], x - origin.x)
  }
}
