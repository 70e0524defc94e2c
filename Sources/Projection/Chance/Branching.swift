/// Decides both ways, one after the other: so that exact probabilities come out of the very same steps that a run is
/// made of.
struct Branching: Chooser {
  /// What was decided, in order.
  private var taken: [Bool] = []
  /// The chance of having decided so.
  private var weight = 1.0
  /// How many of the decisions are given.
  private var given = 0
  /// How many were asked for.
  private var asked = 0

  private init(_ given: [Bool]) {
    taken = given
    self.given = given.count
  }

  mutating func happens(_ kind: ProcessKind, chance: Double) -> Bool {
    // What is certain is no decision.
    if chance >= 1 { return true }
    defer { asked += 1 }
    if asked >= given { taken.append(false) }
    weight *= taken[asked] ? chance : 1 - chance
    return taken[asked]
  }

  /// Lets `step` happen in every way it can, and hands each outcome with its chance to `found`.
  static func each<Outcome>(
    _ step: (inout Branching) -> Outcome, found: (Outcome, Double) -> Void
  ) {
    var open: [[Bool]] = [[]]
    while let given = open.popLast() {
      var chooser = Branching(given)
      let outcome = step(&chooser)
      found(outcome, chooser.weight)
      for index in given.count..<chooser.taken.count {
        open.append(Array(chooser.taken[..<index]) + [true])
      }
    }
  }
}
