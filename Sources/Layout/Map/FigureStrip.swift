import Diagnostics
import Picture
import Projection

/// The figures of one year as large numerals with small labels over them and small units behind.
struct FigureStrip {
  let type: Typesetter
  let language: Language

  /// One figure.
  struct Cell {
    var label: String
    var numeral: String
    var range: String = ""
    var unit: String
  }

  /// Sizes of one strip.
  private struct Scale {
    var numeral: Double
    var range: Double
    var label: Double
    var unit: Double { label }
  }

  func cells(_ figures: Figures) -> [Cell] {
    func range(_ count: Count) -> String {
      guard !count.isCertain else { return "" }
      return language == .ja ? "（\(count.low)〜\(count.high)）" : " (\(count.low)–\(count.high))"
    }
    func words(_ phrase: Phrase) -> String { phrase(in: language) }
    let rate = figures.ageingRate.point.map { "\(Int(($0 * 100).rounded()))" } ?? "—"
    return [
      Cell(
        label: words(MapWords.people), numeral: "\(figures.population.point)",
        range: range(figures.population), unit: words(MapWords.peopleUnit)),
      Cell(
        label: words(MapWords.livedIn), numeral: "\(figures.livedIn.point)", range: range(figures.livedIn),
        unit: words(MapWords.houseUnit)),
      Cell(
        label: words(MapWords.vacant), numeral: "\(figures.vacant.point)", range: range(figures.vacant),
        unit: words(MapWords.houseUnit)),
      Cell(
        label: words(MapWords.ageing), numeral: rate, range: "",
        unit: figures.ageingRate.point == nil ? "" : language == .ja ? "％" : "%"),
    ]
  }

  private func width(_ cell: Cell, _ scale: Scale) -> Double {
    let value =
      type.width(cell.numeral, scale.numeral, .bold) + type.width(cell.range, scale.range)
      + type.width(cell.unit, scale.unit) + 2
    return max(value, type.width(cell.label, scale.label))
  }

  /// How the strip has to be sized for every year of `all` to fit into `room`.
  private func scale(_ all: [[Cell]], _ room: Double, numeral: Double) -> (Scale, [Double], Double) {
    var size = numeral
    let count = all.map(\.count).max() ?? 1
    while true {
      let scale = Scale(
        numeral: size, range: max(8, size * 0.5), label: max(8, min(9.5, size * 0.42)))
      var widths = [Double](repeating: 0, count: count)
      for cells in all {
        for (index, cell) in cells.enumerated() {
          widths[index] = max(widths[index], width(cell, scale))
        }
      }
      let total = widths.reduce(0, +)
      let gap = min(24, (room - total) / Double(max(1, count - 1)))
      if gap >= 6 || size <= 9 { return (scale, widths, max(2, gap)) }
      size -= 1
    }
  }

  /// Whether all of it can be read in `room`.
  func fits(_ all: [[Cell]], in room: Double) -> Bool {
    let (_, widths, _) = scale(all, room, numeral: 9)
    return widths.reduce(0, +) + 2 * Double(max(0, widths.count - 1)) <= room
  }

  /// The height of a strip with numerals of `numeral` points.
  static func height(_ numeral: Double) -> Double { numeral * 0.78 + 13 }

  /// Draws the strip so that its numerals stand on `baseline`, at the right end of `room` or spread over it.
  /// Columns are as wide as the widest of `all` years needs, so that years stand under each other.
  func draw(
    _ figures: Figures, all: [Figures], from left: Double, to right: Double, baseline: Double,
    numeral: Double, spread: Bool
  ) -> [Item] {
    draw(
      cells(figures), all: all.map(cells), from: left, to: right, baseline: baseline, numeral: numeral,
      spread: spread)
  }

  /// The same with figures of any kind.
  func draw(
    _ cells: [Cell], all: [[Cell]], from left: Double, to right: Double, baseline: Double, numeral: Double,
    spread: Bool
  ) -> [Item] {
    let (scale, widths, gap) = scale(all, right - left, numeral: numeral)
    let total = widths.reduce(0, +)
    let gaps = Double(max(1, widths.count - 1))
    // Spread out, columns are even where the widest fits into its share; else gaps are even.
    let share = (right - left) / Double(max(1, widths.count))
    let isEven = spread && widths.dropLast().allSatisfy { $0 + 9 <= share } && (widths.last ?? 0) <= share
    let space = spread ? max(gap, (right - left - total) / gaps) : gap
    var x = spread ? left : right - total - gaps * space
    var items: [Item] = []
    for (index, cell) in cells.enumerated() {
      let start = isEven ? left + Double(index) * share : x
      var parts: [Item] = [
        .text(
          type.place(
            cell.label, scale.label, color: Theme.muted,
            at: Vec(start, baseline - scale.numeral * 0.78 - scale.label * 0.42)))
      ]
      var at = start
      parts.append(
        .text(
          type.place(cell.numeral, scale.numeral, .bold, color: Theme.ink, at: Vec(at, baseline))))
      at += type.width(cell.numeral, scale.numeral, .bold) + 1
      if !cell.range.isEmpty {
        parts.append(
          .text(type.place(cell.range, scale.range, color: Theme.ink, at: Vec(at, baseline))))
        at += type.width(cell.range, scale.range)
      }
      if !cell.unit.isEmpty {
        parts.append(
          .text(type.place(cell.unit, scale.unit, color: Theme.ink, at: Vec(at + 1, baseline))))
      }
      items.append(.group(Group(parts, mark: Mark(.figure, "\(index)"))))
      x += widths[index] + space
    }
    return items
  }
}
