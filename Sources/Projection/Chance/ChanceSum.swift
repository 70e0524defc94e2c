/// Chances added up by value, in the order in which the values were first met.
struct ChanceSum<Value: Hashable & Sendable>: Sendable {
  /// The values with their chances.
  private(set) var all: [(value: Value, chance: Double)] = []
  private var places: [Value: Int] = [:]

  /// Nothing yet.
  init() {}

  /// Adds to the chance of a value.
  mutating func add(_ value: Value, _ chance: Double) {
    if let place = places[value] {
      all[place].chance += chance
    } else {
      places[value] = all.count
      all.append((value, chance))
    }
  }
}
