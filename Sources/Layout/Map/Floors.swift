/// How the units of a block stand above each other when their doors are numbered by floor: 101, 102, 201.
struct Floors: Hashable {
  let columns: Int
  let rows: Int
  /// The place of each unit, counted from the upper left, row by row; the ground floor is at the bottom.
  let slots: [Int]

  /// Nil where the numbers do not tell floors.
  init?(_ labels: [String?]) {
    let numbers = labels.compactMap { $0.flatMap { Int($0) } }
    guard numbers.count == labels.count, Set(numbers).count == numbers.count,
      numbers.allSatisfy({ $0 >= 100 && $0 < 10_000 })
    else { return nil }
    let floors = Set(numbers.map { $0 / 100 }).sorted(by: >)
    let columns = floors.map { floor in numbers.count { $0 / 100 == floor } }.max() ?? 1
    guard floors.count > 1, floors.count * columns <= numbers.count * 2, columns <= 10 else { return nil }
    var slots = Array(repeating: 0, count: numbers.count)
    for (row, floor) in floors.enumerated() {
      let onFloor = numbers.indices.filter { numbers[$0] / 100 == floor }.sorted { numbers[$0] < numbers[$1] }
      for (column, index) in onFloor.enumerated() { slots[index] = row * columns + column }
    }
    self.columns = columns
    rows = floors.count
    self.slots = slots
  }
}
