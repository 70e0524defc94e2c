/// People counted by age.
struct Heads: Sendable, Hashable {
  /// All of them.
  var people = 0
  /// Under 15.
  var under15 = 0
  /// 15–64.
  var from15to64 = 0
  /// 65 or more.
  var from65 = 0
  /// 75 or more; in ``from65`` too.
  var from75 = 0
  /// 20–69.
  var helpers = 0
  /// Of an age nobody knows; in no age class.
  var unknownAge = 0
  /// Of an age at which people drive.
  var drivers = 0
  /// The sum of the known ages, in years.
  var ageSum = 0

  /// Nobody.
  init() {}

  /// One person of this age; nil where nobody knows.
  init(age: Int?, _ driving: Driving) {
    people = 1
    guard let age else {
      unknownAge = 1
      return
    }
    ageSum = age
    if age < 15 { under15 = 1 } else if age < 65 { from15to64 = 1 } else { from65 = 1 }
    if age >= 75 { from75 = 1 }
    if (20...69).contains(age) { helpers = 1 }
    if driving.isOpen(to: age) { drivers = 1 }
  }

  /// Those whose age is known.
  var knownAge: Int { people - unknownAge }

  /// The sum of known ages over the number of them.
  var meanAge: Fraction { Fraction(over: ageSum, under: knownAge) }
  /// 65 or more of those whose age is known.
  var ageing: Fraction { Fraction(over: from65, under: knownAge) }
  /// 20–69 over 75 or more.
  var help: Fraction { Fraction(over: helpers, under: from75) }

  /// How much they add to a count of people; 0 for a count of dwellings.
  func adds(to item: CountItem) -> Int {
    switch item {
    case .population: people
    case .under15: under15
    case .from15to64: from15to64
    case .from65: from65
    case .from75: from75
    case .helpers: helpers
    case .unknownAge: unknownAge
    case .drivers: drivers
    default: 0
    }
  }

  /// Both together.
  static func + (a: Heads, b: Heads) -> Heads { a.combined(with: b, by: +) }

  /// Number by number with another.
  @inline(__always)
  func combined(with other: Heads, by merge: (Int, Int) -> Int) -> Heads {
    var both = Heads()
    both.people = merge(people, other.people)
    both.under15 = merge(under15, other.under15)
    both.from15to64 = merge(from15to64, other.from15to64)
    both.from65 = merge(from65, other.from65)
    both.from75 = merge(from75, other.from75)
    both.helpers = merge(helpers, other.helpers)
    both.unknownAge = merge(unknownAge, other.unknownAge)
    both.drivers = merge(drivers, other.drivers)
    both.ageSum = merge(ageSum, other.ageSum)
    return both
  }
}
