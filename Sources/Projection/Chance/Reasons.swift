import Diagnostics
import Workshop

extension ChanceProjector {
  /// Everything that makes people or houses of this map depend on each other, so that the exact way is not open; none
  /// where it is.
  ///
  /// Not which rules are on decides, but whom and which house they could touch: where nobody is away and nobody can leave
  /// and come back, it does not matter whether the house is free.
  ///
  /// - Parameter horizons: Years after the base year; nil stands for the map's own.
  public func reasonsToSimulate(horizons: [Int]? = nil) -> [Phrase] {
    let last = offsets(horizons).last ?? 0
    let builder = SiteBuilder(map: map, scenario: scenario)
    let houses = map.houses.map { house in
      builder.sites(of: house).map { MayHappen(site: $0, rules: processes, last: last) }
    }
    func any(_ isSo: (MayHappen) -> Bool) -> Bool { houses.contains { $0.contains(where: isSo) } }
    var reasons: [Phrase] = []
    if processes.returning.hazard != .never, any({ $0.mayReturn && $0.mayBeTaken }) {
      reasons.append(
        Phrase(
          ja: "戻れるかどうかが、家が空いているかどうかによるため",
          en: "whether somebody can come back depends on whether the house is still free"))
    }
    // A block with a unit that never empties never falls.
    if processes.demolition.yearly > 0,
      houses.contains(where: { $0.count > 1 && $0.allSatisfy(\.mayBeVacant) })
    {
      reasons.append(
        Phrase(
          ja: "集合住宅は、すべての部屋が空いたときに一棟で取り壊されるため",
          en: "an apartment block is taken down as a whole, when every unit is vacant"))
    }
    if processes.families.yearly.map({ $0 > 0 }) ?? false, any(\.mayBeFilled) {
      reasons.append(
        Phrase(
          ja: "移り住む家族の数に限りがあり、空き家どうしで取り合うため",
          en: "only so many families come, and the vacant houses compete for them"))
    }
    if processes.followingParents.chance > 0, any(\.mayFollowParents) {
      reasons.append(
        Phrase(
          ja: "子が戻るかどうかが、親がまだ家にいるかどうかによるため",
          en: "whether a child comes back depends on whether the parents are still there"))
    }
    if processes.couplesTogether.isOn, any(\.mayMoveTogether) {
      reasons.append(Phrase(ja: "施設に移るとき、夫婦がそろって移るため", en: "couples move into a care home together"))
    }
    if processes.partnering.hazard != .never, any(\.mayFindPartner) {
      reasons.append(
        Phrase(
          ja: "相手が来るかどうかが、本人がその年に家にいるかどうかによるため",
          en: "whether a partner comes depends on whether the person still lives there that year"))
    }
    if processes.births.hazard != .never, any(\.mayHaveChildren) {
      reasons.append(
        Phrase(
          ja: "子が生まれるかどうかが、その年に夫婦がそろって暮らしているかどうかによるため",
          en: "whether a child is born depends on whether the couple still live together that year"))
    }
    return reasons
  }
}
