import Diagnostics
import Workshop

/// What is told of a house that contradicts itself or leaves something open.
extension HouseReader {
  func tellKindAmongPeople(_ spot: Spot) {
    report.error(
      .unknownWord, at: report.place(spot),
      Phrase(ja: "ここには住む人を書きます。これは家の種類です。", en: "This is a kind of house; people are written here."),
      hint: Phrase(ja: "「種類: 店」のように、別の項目にしてください。", en: "Write it as a key of its own, as in kind: shop."))
  }

  /// People beside 空き家 in one line or list: one of the two is a slip, and nobody else can say which.
  func tellStateBesidePeople(_ draft: HouseholdDraft) {
    guard draft.state != nil, let spot = draft.stateSpot else { return }
    report.error(
      .keysExcludeEachOther, at: report.place(spot),
      Phrase(
        ja: "同じ家に、人と、住む人がいない(わからない)という印の両方が書かれています。",
        en: "The same house has people, and a word that nobody (or nobody known) lives there."),
      hint: Phrase(
        ja: "どちらかを消してください。これから空き家になるなら、書かなくても計算されます。",
        en: "Remove one of the two. That it will be vacant one day need not be written; it is worked out."))
  }

  /// People, or a state, on an empty lot: there is no house to live in or to stand vacant.
  func tellOnEmptyLot(_ draft: HouseholdDraft) {
    guard !draft.people.isEmpty || draft.state != nil else { return }
    report.error(
      .keysExcludeEachOther, at: report.place(draft.kindSpot ?? draft.stateSpot ?? draft.spot),
      Phrase(
        ja: "空き地には家がないので、人が住むことも、空き家であることもできません。",
        en: "An empty lot has no house; nobody can live there, and it cannot stand vacant."),
      hint: Phrase(
        ja: "家があるなら「空き地」を消してください。これから建つなら「2030新築」か「2030入居 ○35 △33」と書きます。",
        en:
          "If there is a house, remove `empty lot`. If one will be built, write built 2030 or moves-in 2030 ○35 △33."
      ))
  }

  func tellMovesIntoUnknown(_ spot: Spot) {
    report.note(
      .movesIntoUnknown, at: report.place(spot),
      Phrase(
        ja: "入居の前に誰が住んでいるか書かれていないため、不明の世帯として数えます。",
        en: "Who lives here before is not said; until then it is counted as a household nobody knows."),
      hint: Phrase(ja: "今は誰もいないなら、空き家 と書き添えてください。", en: "If nobody lives here now, write vacant as well."))
  }

  func tellUnitByUnit(_ spot: Spot) {
    report.error(
      .keysExcludeEachOther, at: report.place(spot),
      Phrase(
        ja: "部屋のある家では、住む人と入居は部屋ごとに書きます。",
        en: "Of a house with units, people, state and who moves in are written unit by unit."),
      hint: Phrase(ja: "部屋の中に移してください: {101: [○34 会社員]}", en: "Move it into a unit: {101: [○34 会社員]}"))
  }

  func tellNoUnits(_ key: Node) {
    report.note(
      .noUnits, at: report.place(key),
      Phrase(
        ja: "集合住宅の部屋が書かれていないため、不明の一世帯として数えます。",
        en: "The block's units are not given; it is counted as one household nobody knows."),
      hint: Phrase(
        ja: "部屋の数だけでも書けます: {種類: 集合住宅, 部屋: 12}", en: "Their number is enough: {kind: apartment, units: 12}"))
  }
}
