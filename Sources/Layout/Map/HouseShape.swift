/// How people stand in a house: the same in every house of a map, so that houses are of one size.
enum HouseShape: Hashable, CaseIterable {
  /// Couples side by side, their children in one row below.
  case broad
  /// Never more than two side by side: all houses are as wide as a couple, but those of seven or more people.
  case pair
  /// The same, but somebody living alone has a house of their own width.
  case slim
  /// In no more than two rows, where there is little depth beside the road.
  case low
  /// All in one row, in two where they are many: for a house by itself with little depth beside the road.
  case flat
  /// Couples one above the other, families two by two.
  case narrow
  /// Up to four people one above the other, where a row of houses has little of the road.
  case tower

  /// How many stand side by side at the most, of a household of `count` people.
  private func most(_ count: Int) -> Int {
    switch self {
    case .broad: 4
    case .pair, .slim: count <= 6 ? 2 : 3
    case .low: max(2, (count + 1) / 2)
    case .flat: count <= 4 ? max(1, count) : (count + 1) / 2
    case .narrow: count <= 2 ? 1 : 2
    case .tower: count <= 4 ? 1 : 2
    }
  }

  /// Whether couples, children and parents stand in the same rows, where they would stand in so many else. That a later year
  /// has fewer people must not make a low house tall.
  private func isMerged(_ rows: Int, _ count: Int) -> Bool {
    switch self {
    case .low: rows > 2 && count > 2
    case .flat: rows > (count <= 4 ? 1 : 2)
    default: false
    }
  }

  /// In how many rows people stand with at most so many side by side.
  private func lines<Person>(_ rows: [[Person]], _ most: Int) -> Int {
    rows.reduce(0) { $0 + ($1.count + most - 1) / most }
  }

  /// For how many side by side a house has room at the least.
  var least: Int { self == .broad || self == .pair ? 2 : 1 }

  /// How many stand side by side where ``arrange(_:)`` puts `rows`, and in how many rows they stand.
  func size<Person>(_ rows: [[Person]]) -> (columns: Int, rows: Int) {
    var count = 0
    var widest = 0
    for row in rows {
      count += row.count
      widest = max(widest, row.count)
    }
    let most = most(count)
    let lines = lines(rows, most)
    if isMerged(lines, count) {
      return count <= most ? (count, 1) : (max(most, count - most), 2)
    }
    return (min(widest, most), lines)
  }

  /// `rows` with no more side by side than this shape has.
  func arrange<Person>(_ rows: [[Person]]) -> [[Person]] {
    let count = rows.reduce(0) { $0 + $1.count }
    let most = most(count)
    if isMerged(lines(rows, most), count) {
      let people = Array(rows.joined())
      return count <= most ? [people] : [Array(people[..<most]), Array(people[most...])]
    }
    if rows.allSatisfy({ $0.count <= most }) { return rows }
    return rows.flatMap { row in
      stride(from: 0, to: row.count, by: most).map { Array(row[$0..<min($0 + most, row.count)]) }
    }
  }
}
