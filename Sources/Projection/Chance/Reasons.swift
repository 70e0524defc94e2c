import Diagnostics
import Workshop

extension ChanceProjector {
  /// Everything that makes people or houses of this map depend on each other, so that the exact way is not open; none
  /// where it is.
  public var reasonsToSimulate: [Phrase] {
    let takesFamilies = processes.families.yearly.map { $0 > 0 } ?? false
    let takesHouses =
      processes.letting.yearly > 0 || processes.filling.yearly > 0 || processes.demolition.yearly > 0
      || takesFamilies
    let comesBack = processes.returning.hazard != .never
    let hasBlocks = map.houses.contains { $0.dwellings.count > 1 }
    let all: [(holds: Bool, why: Phrase)] = [
      (
        comesBack && takesHouses,
        Phrase(
          ja: "戻れるかどうかが、家が空いているかどうかによるため",
          en: "whether somebody can come back depends on whether the house is still free")
      ),
      (
        processes.demolition.yearly > 0 && hasBlocks,
        Phrase(
          ja: "集合住宅は、すべての部屋が空いたときに一棟で取り壊されるため",
          en: "an apartment block is taken down as a whole, when every unit is vacant")
      ),
      (
        takesFamilies,
        Phrase(
          ja: "移り住む家族の数に限りがあり、空き家どうしで取り合うため",
          en: "only so many families come, and the vacant houses compete for them")
      ),
      (
        processes.followingParents.chance > 0,
        Phrase(
          ja: "子が戻るかどうかが、親がまだ家にいるかどうかによるため",
          en: "whether a child comes back depends on whether the parents are still there")
      ),
      (
        processes.couplesTogether.isOn,
        Phrase(
          ja: "施設に移るとき、夫婦がそろって移るため",
          en: "couples move into a care home together")
      ),
      (
        processes.partnering.hazard != .never,
        Phrase(
          ja: "相手が来るかどうかが、本人がその年に家にいるかどうかによるため",
          en: "whether a partner comes depends on whether the person still lives there that year")
      ),
      (
        processes.births.hazard != .never,
        Phrase(
          ja: "子が生まれるかどうかが、その年に夫婦がそろって暮らしているかどうかによるため",
          en: "whether a child is born depends on whether the couple still live together that year")
      ),
    ]
    return all.filter(\.holds).map(\.why)
  }
}
