/// How likely it is that nobody, one, or more than one is at home, and whether among them are people under 65, of 65 or
/// more, of an age nobody knows, or people who can drive: what there is to tell of a household.
struct Company: Sendable {
  /// By kind: the number of people (0, 1, 2 for more) times 16, and a bit for each age, and for driving.
  private var chances = [Double](repeating: 0, count: 48)

  private static let under65 = 1
  private static let from65 = 2
  private static let unknownAge = 4
  private static let driver = 8
  /// All bits.
  private static let bits = 15
  private static let ages = under65 | from65 | unknownAge
  private static let one = 16

  /// Nobody is at home, for certain; or nothing has been told yet.
  init(nobody chance: Double = 1) { chances[0] = chance }

  /// One person of this age.
  static func kind(of age: Int?, _ driving: Driving) -> Int {
    guard let age else { return one | unknownAge }
    return one | (age >= 65 ? from65 : under65) | (driving.isOpen(to: age) ? driver : 0)
  }

  /// These people and those.
  static func both(_ a: Int, _ b: Int) -> Int { min(2, a / one + b / one) * one | (a | b) & bits }

  /// Adds to the chance of a kind.
  mutating func add(_ kind: Int, _ chance: Double) { chances[kind] += chance }

  /// These and others, who do not depend on them.
  func and(_ other: Company) -> Company {
    var sum = Company(nobody: 0)
    let likely = other.chances.enumerated().filter { $0.element > 0 }
    for (a, p) in chances.enumerated() where p > 0 {
      for (b, q) in likely { sum.chances[Self.both(a, b)] += p * q }
    }
    return sum
  }

  private func chance(where holds: (Int) -> Bool) -> Double {
    chances.indices.lazy.filter(holds).map { chances[$0] }.reduce(0, +)
  }

  /// One person is at home.
  var alone: Double { chance { $0 / Self.one == 1 } }
  /// One person of 65 or more is at home.
  var olderAlone: Double { chance { $0 / Self.one == 1 && $0 & Self.ages == Self.from65 } }
  /// Somebody of 65 or more is at home and nobody known to be younger.
  var nobodyUnder65: Double { chance { $0 & (Self.from65 | Self.under65) == Self.from65 } }
  /// Everybody at home is known to be 65 or more.
  var elderlyOnly: Double { chance { $0 & Self.ages == Self.from65 } }
  /// Somebody is at home, and everybody is known to be too young or too old to drive.
  var withoutDriver: Double { chance { $0 >= Self.one && $0 & (Self.driver | Self.unknownAge) == 0 } }
}

/// How likely each pair of years is in which somebody was last here: up to a horizon, and after it up to the next.
///
/// Who lived in a house earlier than the last of them leaves no trace in it (see ``Seen``). So of people who do not depend
/// on each other the later counts, and the chance that neither of two is later than a year is the product of both's.
struct LastYears: Sendable {
  /// Rows: nobody up to the horizon, or the year, from 0; columns: nobody after it, or the year.
  private var table: [Double]
  private let horizon: Int
  private let columns: Int

  /// Nothing told yet.
  init(horizon: Int, next: Int?) {
    self.horizon = horizon
    columns = (next ?? horizon) - horizon + 1
    table = [Double](repeating: 0, count: (horizon + 2) * columns)
  }

  /// Nobody, ever, for certain; accumulated.
  init(nobodyAt horizon: Int, next: Int?) {
    self.init(horizon: horizon, next: next)
    for place in table.indices { table[place] = 1 }
  }

  /// Adds to the chance of being here in the years of `presence`.
  mutating func add(_ presence: YearSet, _ chance: Double) {
    let row = presence.highest(from: 0, through: horizon).map { $0 + 1 } ?? 0
    let column = presence.highest(from: horizon + 1, through: horizon + columns - 1).map { $0 - horizon } ?? 0
    table[row * columns + column] += chance
  }

  /// Adds chances up, so that each place holds that of its row or an earlier one, and its column or an earlier one.
  mutating func accumulate() {
    for row in 0..<(horizon + 2) {
      for column in 0..<columns {
        let place = row * columns + column
        if column > 0 { table[place] += table[place - 1] }
      }
    }
    for place in columns..<table.count { table[place] += table[place - columns] }
  }

  /// These and others, who do not depend on them; both accumulated.
  mutating func formLater(_ other: LastYears) {
    for place in table.indices { table[place] *= other.table[place] }
  }

  /// Hands over each pair of years that is possible with its chance; nil stands for nobody.
  func each(_ found: (_ upTo: Int?, _ after: Int?, _ chance: Double) -> Void) {
    func at(_ row: Int, _ column: Int) -> Double {
      row < 0 || column < 0 ? 0 : table[row * columns + column]
    }
    for row in 0..<(horizon + 2) {
      for column in 0..<columns {
        let chance = at(row, column) - at(row - 1, column) - at(row, column - 1) + at(row - 1, column - 1)
        // What is left of 0 by rounding is none.
        guard chance > 1e-16 else { continue }
        found(row == 0 ? nil : row - 1, column == 0 ? nil : horizon + column, chance)
      }
    }
  }
}
