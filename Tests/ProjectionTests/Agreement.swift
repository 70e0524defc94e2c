import Foundation
import Projection
import Workshop

/// Compares what is simulated with what is exact, figure by figure.
///
/// A figure agrees where the two are no more than three standard errors apart; the standard error comes from the exact
/// variance. Of many thousand figures 27 in 10,000 are further apart by chance alone. So those that are looked at again, with
/// twice as many runs of other seeds, and if need be once more with four times as many: an error in the program stays and
/// grows in standard errors, while chance strikes the same figure three times once in 50 million. A figure agrees if it
/// does at one of the three looks, and how many are beyond at the first is compared with what chance has beyond.
///
/// Three standard errors mean 27 in 10,000 by the normal law. It does not hold where few cases are expected, so chances are
/// held to the same 27 in 10,000 by the binomial law itself, and a mean is compared where its sum has a standard deviation of
/// three or more; what is left out so is looked at by the chances it is made of.
struct Agreement {
  /// How many figures were compared.
  var compared = 0
  /// How many of them are left to chance.
  var uncertain = 0
  /// How many were more than three standard errors apart at the first look.
  var beyondAtFirst = 0
  /// Those that were so at each of three looks.
  var disagreeing: [String] = []

  /// Adds another's.
  mutating func add(_ other: Agreement) {
    compared += other.compared
    uncertain += other.uncertain
    beyondAtFirst += other.beyondAtFirst
    disagreeing += other.disagreeing
  }

  /// Nothing compared.
  init() {}

  /// Compares a map, exact under some rules and simulated under others; nothing where there is no exact way.
  ///
  /// - Parameter runs: How many runs the first look takes.
  init(_ map: TableMap, exact: ChanceRules, simulated: ChanceRules, runs: UInt32, seed: UInt64) {
    guard let truth = ChanceProjector(map: map, rules: exact).exact() else { return }
    let projector = ChanceProjector(map: map, rules: simulated)
    var open: Set<Int>?
    for look in 0..<3 as Range<UInt64> {
      if open?.isEmpty == true { return }
      let count = runs << UInt32(look)
      let found = projector.simulate(runs: 0..<count, seed: seed &+ look).projection
      let figures = Self.figures(truth, found)
      var beyond = Set<Int>()
      for (index, figure) in figures.enumerated() where open?.contains(index) ?? true {
        if !figure.agrees(runs: Double(count)) { beyond.insert(index) }
      }
      if look == 0 {
        compared = figures.count
        uncertain = figures.count { $0.variance > 1e-9 }
        beyondAtFirst = beyond.count
      }
      open = beyond
      disagreeing = beyond.sorted().map { figures[$0].name }
    }
  }

  private struct Figure {
    var name: String
    var expected: Double
    var variance: Double
    var found: Double
    var isChance: Bool

    func agrees(runs: Double) -> Bool {
      let distance = abs(found - expected)
      // Where nothing is left to chance the two are the same, but for the last bits.
      if distance < 1e-9 { return true }
      let spread: Double = (max(0, variance) * runs).squareRoot()
      let errors = spread > 0 ? distance * runs / spread : .infinity
      // With 30 expected on either side the binomial law is the normal one, near enough.
      guard isChance && spread < 5.5 else { return errors <= 3 || (!isChance && spread < 3 && spread > 1e-6) }
      return Binomial(runs: Int(runs), chance: expected).tail((found * runs).rounded()) > 0.00135
    }
  }

  private static func figures(_ truth: ChanceProjection, _ found: ChanceProjection) -> [Figure] {
    var figures: [Figure] = []
    for (a, b) in zip(truth.states, found.states) {
      func add(_ name: String, _ expected: Double, variance: Double, found: Double, isChance: Bool = false) {
        figures.append(
          Figure(
            name: "\(name) in \(a.year)", expected: expected, variance: variance, found: found,
            isChance: isChance))
      }
      func chance(_ name: String, _ expected: Double, _ found: Double) {
        add(name, expected, variance: expected * (1 - expected), found: found, isChance: true)
      }
      for item in CountItem.allCases {
        guard let count = a.counts[item] else { continue }
        add("\(item)", count.mean, variance: count.variance, found: b.counts[item]?.mean ?? -1)
        // Not the mean alone: the chance of being at or below the exact median, too.
        let median = count.quantile(0.5)
        chance(
          "\(item) up to \(median)", count.chance(upTo: median), b.counts[item]?.chance(upTo: median) ?? -1)
      }
      for item in RatioItem.allCases {
        guard let ratio = a.ratios[item] else { continue }
        // There is none in cases in which there is nothing to divide by; so the spread is that of fewer runs.
        let exists = 1 - a.chanceOfNothing(under: item)
        guard exists > 0.5 else { continue }
        add("\(item)", ratio.mean, variance: ratio.variance / exists, found: b.ratios[item]?.mean ?? -1)
      }
      for (p, q) in zip(a.people, b.people) { chance(p.id, p.here, q.here) }
      for (p, q) in zip(a.dwellings, b.dwellings) {
        chance("\(p.id) occupied", p.occupied, q.occupied)
        chance("\(p.id) vacant", p.vacant, q.vacant)
        chance("\(p.id) unknown", p.unknown, q.unknown)
        chance("\(p.id) absent", p.absent, q.absent)
      }
    }
    return figures
  }
}

extension Distribution {
  /// The chance of this value or a smaller one.
  func chance(upTo value: Int) -> Double {
    min(1, chances.prefix(max(0, value - first + 1)).reduce(0, +))
  }
}

extension ChanceThen {
  /// The chance that there is nothing to divide by, or more than that.
  fileprivate func chanceOfNothing(under item: RatioItem) -> Double {
    func none(_ count: CountItem) -> Double { counts[count]?.chance(upTo: 0) ?? 1 }
    switch item {
    case .vacancyRate: return none(.dwellings)
    case .helpersPer75: return none(.from75)
    case .withoutDriverRate: return none(.households)
    case .meanAge, .ageingRate: return none(.under15) * none(.from15to64) * none(.from65)
    }
  }
}

/// How many of so many runs something of a chance happens in.
private struct Binomial {
  let runs: Int
  let chance: Double

  /// The chance of a number as far from the mean as this one or further, on its side.
  func tail(_ found: Double) -> Double {
    guard chance > 0, chance < 1 else { return found == chance * Double(runs) ? 1 : 0 }
    if found < Double(runs) * chance {
      return Binomial(runs: runs, chance: 1 - chance).tail(Double(runs) - found)
    }
    // From the number itself up; each term is a multiple of the one before.
    var term = exp(logTerm(Int(found)))
    var (sum, number) = (0.0, Int(found))
    while number <= runs && term > 1e-30 {
      sum += term
      term *= Double(runs - number) / Double(number + 1) * chance / (1 - chance)
      number += 1
    }
    return sum
  }

  private func logTerm(_ number: Int) -> Double {
    let (n, k) = (Double(runs), Double(number))
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(chance) + (n - k) * log1p(-chance)
  }
}
