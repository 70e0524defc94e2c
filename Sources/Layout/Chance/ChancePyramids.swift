import Picture
import Projection
import Workshop

/// The ages of a map that was foreseen by chance, year by year, with what small groups keep from being told.
public struct ChancePyramids {
  /// Why there are none.
  public enum Reason: Sendable {
    /// So few houses are lived in that the ages of any year would tell of each.
    case fewHouses
    /// The same of every later year, so that there is nothing to hold beside the base year.
    case fewLater([Int])
    /// However the classes are cut, one of them has one or two older people alone.
    case fewOlder
  }

  let foresight: ChanceForesight
  let audience: Audience
  let groups: SmallGroups

  /// The ages of what was foreseen.
  public init(_ foresight: ChanceForesight, audience: Audience, groups: SmallGroups) {
    self.foresight = foresight
    self.audience = audience
    self.groups = groups
  }

  /// Whether the ages of so few houses tell whose they are.
  var areHidden: Bool { audience == .public && groups.hidesAges(of: foresight.map) }

  /// Why no pyramid can be drawn; nil where they are.
  public var reason: Reason? {
    if areHidden { return .fewHouses }
    let years = drawn.count
    if years <= 1 && !hiddenYears.isEmpty { return .fewLater(hiddenYears) }
    return years == 0 ? .fewOlder : nil
  }

  /// The pyramids of the base year and of the horizons. For the public one or two people are not alone in the last class.
  var drawn: [AgePyramid] {
    let hidden = hiddenYears
    let all = ([0] + foresight.horizons.filter { $0 > 0 }).compactMap(pyramid(at:)).filter {
      !hidden.contains($0.year)
    }
    return audience == .public && groups == .coarsened ? AgePyramid.coarse(all) : all
  }

  /// The years whose ages are left out, for few houses are lived in by the workshop's rules.
  var hiddenYears: [Int] {
    guard audience == .public else { return [] }
    return foresight.workshop.states.filter {
      foresight.isDrawn($0.horizon, for: audience) && groups.ages(of: $0).areHidden
    }.map(\.year)
  }

  /// The pyramid of a year. For the public its classes are as wide as the bands on public maps, and 90 is the last.
  func pyramid(at horizon: Int) -> AgePyramid? {
    guard let then = foresight.state(at: horizon) else { return nil }
    let step = audience == .table ? 5 : 10
    let end = audience == .table ? 95 : 90
    let count = end / step + 1
    var classes = (0..<count).map { AgePyramid.AgeClass(from: $0 * step, men: 0, women: 0) }
    var others = 0.0
    var known: [String: PersonThen] = [:]
    for person in foresight.everybody.values.joined() { known[person.id] = person }
    for chance in then.people where chance.here > 0 {
      guard let person = known[chance.id], person.sex != .unknown,
        let ages = person.age.later(horizon).range
      else {
        others += chance.here
        continue
      }
      let shares = foresight.ages.shares(of: chance.id, at: horizon)
      for (index, age) in ages.enumerated() {
        let even = 1 / Double(ages.count)
        let share = chance.here * (shares?.count == ages.count ? shares?[index] ?? even : even)
        let place = min(count - 1, max(0, age) / step)
        if person.sex == .male { classes[place].men += share } else { classes[place].women += share }
      }
    }
    // Who is born or joins by chance.
    for newcomer in then.newcomers {
      guard let age = newcomer.age, newcomer.sex != .unknown else {
        others += newcomer.mean
        continue
      }
      let place = min(count - 1, max(0, age) / step)
      if newcomer.sex == .male {
        classes[place].men += newcomer.mean
      } else {
        classes[place].women += newcomer.mean
      }
    }
    return AgePyramid(year: then.year, classes: classes, step: step, others: others)
  }
}

extension ChanceForesight {
  /// Whether a year stands in the charts. For the public only those that the maps show do: the year in which a line
  /// steps down would tell how old somebody is who lives alone.
  func isDrawn(_ horizon: Int, for audience: Audience) -> Bool {
    audience == .table ? horizon <= horizons.last ?? 0 : horizon == 0 || horizons.contains(horizon)
  }
}
