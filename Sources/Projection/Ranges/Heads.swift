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
  /// The sum of the known ages, in years.
  var ageSum = 0

  /// Nobody.
  init() {}

  /// One person of this age; nil where nobody knows.
  init(age: Int?) {
    people = 1
    guard let age else {
      unknownAge = 1
      return
    }
    ageSum = age
    if age < 15 { under15 = 1 } else if age < 65 { from15to64 = 1 } else { from65 = 1 }
    if age >= 75 { from75 = 1 }
    if (20...69).contains(age) { helpers = 1 }
  }

  /// Those whose age is known.
  var knownAge: Int { people - unknownAge }

  /// Both together.
  static func + (a: Heads, b: Heads) -> Heads {
    var sum = a
    sum.people += b.people
    sum.under15 += b.under15
    sum.from15to64 += b.from15to64
    sum.from65 += b.from65
    sum.from75 += b.from75
    sum.helpers += b.helpers
    sum.unknownAge += b.unknownAge
    sum.ageSum += b.ageSum
    return sum
  }
}
