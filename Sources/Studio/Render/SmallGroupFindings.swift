import Diagnostics
import Layout
import Projection
import Workshop

extension SmallGroups {
  /// What of a session is made coarser where everybody reads it, for whoever prints it.
  func findings(_ session: Session) -> [Finding] {
    var findings = mapFindings(session, session.maps)
    let changed = session.publication.coarsened(self, session.language).changed
    if !changed.isEmpty {
      let list = changed.joined(separator: session.language == .ja ? "、" : ", ")
      findings.append(
        Finding(
          .note, code: "small-groups", at: nil,
          Phrase(
            ja: "一人か二人だけの数がわからないように、次をまとめました: \(list)。",
            en: "So that no count of one or two people shows, these were added together: \(list)."),
          hint: Self.hint))
    }
    return findings
  }

  private static let hint = Phrase(
    ja: "承知のうえでそのまま載せるなら --keep-small-groups を付けてください。決まりは docs/privacy.md にあります。",
    en: "To print them as they are, knowingly, add --keep-small-groups. docs/privacy.en.md has the rules.")

  /// What of the ages on these maps is left out or put together.
  func mapFindings(_ session: Session, _ maps: [TableMap]) -> [Finding] {
    var findings: [Finding] = []
    for map in maps.uniqueByID {
      let band =
        hidesAges(of: map) ? 0 : highestBand(of: Projector(map: map, sessionRules: session.rules).project())
      guard band < 90 else { continue }
      let few = Phrase(
        ja: "地図 \(map.id) は人の住む家が \(Self.fewestHouseholds)戸より少ないので、年齢と高齢化率を載せません。",
        en:
          "Map \(map.id) has fewer than \(Self.fewestHouseholds) households, so ages and their ageing rate are left out."
      )
      let together = Phrase(
        ja: "地図 \(map.id) では、いちばん上の年代の人が一人か二人にならないよう、\(band)歳以上をまとめました。",
        en:
          "On map \(map.id) ages from \(band) share one band, so that no one or two people are alone in the highest."
      )
      findings.append(
        Finding(.note, code: "small-groups", at: nil, band == 0 ? few : together, hint: Self.hint))
    }
    return findings
  }
}

extension [TableMap] {
  /// Each map once.
  fileprivate var uniqueByID: [TableMap] {
    var seen: Set<String> = []
    return filter { seen.insert($0.id).inserted }
  }
}
