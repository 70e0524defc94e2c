import Diagnostics
import Layout
import Projection
import Workshop

extension SmallGroups {
  /// What of a session is made coarser where everybody reads it, for whoever prints it.
  ///
  /// - Parameter maps: the maps that are printed; nil for all.
  func findings(_ session: Session, maps: [TableMap]? = nil) -> [Finding] {
    let changed = session.publication.coarsened(self, session.language).changed
    return mapFindings(session, maps ?? session.maps) + together(changed.filter { !$0.isLeftOut })
      + leftOut(changed.filter { $0.isLeftOut && !$0.isOfFew })
      + ofFew(changed.filter(\.isOfFew))
  }

  private func together(_ changed: [Coarsening]) -> [Finding] {
    guard !changed.isEmpty else { return [] }
    func list(_ separator: String, _ quotes: (String, String)) -> String {
      changed.map {
        "\($0.name) (\($0.printed.map { quotes.0 + $0 + quotes.1 }.joined(separator: separator)))"
      }
      .joined(separator: separator)
    }
    return [
      told(
        Phrase(
          ja: "一人か二人だけの数がわからないように、次をまとめました: \(list("、", ("「", "」")))。",
          en:
            "So that no count of one or two people shows, these were added together: \(list(", ", ("‘", "’")))."
        ),
        isQuestion: changed.contains(where: \.isQuestion))
    ]
  }

  private func leftOut(_ changed: [Coarsening]) -> [Finding] {
    guard !changed.isEmpty else { return [] }
    return [
      told(
        Phrase(
          ja: "一人か二人だけの数がわかってしまい、まとめると何も残らないので、次は載せません: \(changed.map(\.name).joined(separator: "、"))。",
          en:
            "These are not printed at all, for they would show counts of one or two people, and added together nothing would be left: \(changed.map(\.name).joined(separator: ", "))."
        ), isQuestion: changed.contains(where: \.isQuestion))
    ]
  }

  /// What a question asks about makes no difference here: whoever answered is known.
  private func ofFew(_ changed: [Coarsening]) -> [Finding] {
    guard !changed.isEmpty else { return [] }
    return [
      note(
        Phrase(
          ja: "答えた人が一人か二人だけの質問は載せません: \(changed.map(\.name).joined(separator: "、"))。",
          en:
            "Questions that only one or two people answered are not printed: \(changed.map(\.name).joined(separator: ", "))."
        ))
    ]
  }

  private func told(_ message: Phrase, isQuestion: Bool) -> Finding {
    let question = Phrase(
      ja: "答えた人のことではなく考えをたずねる質問なら、その質問に「たずねること: 考え」と書いてください。",
      en: "If a question asks what people think and not who they are, add `about: opinion` to it.")
    return Finding(
      .note, code: "small-groups", at: nil, message,
      hint: isQuestion ? question.and(Self.hint) : Self.hint)
  }

  private static let hint = Phrase(
    ja: "承知のうえでそのまま載せるなら --keep-small-groups を付けてください。決まりは docs/privacy.md にあります。",
    en: "To print them as they are, knowingly, add --keep-small-groups. docs/privacy.en.md has the rules.")

  /// What of the ages on these maps is left out or put together.
  func mapFindings(_ session: Session, _ maps: [TableMap]) -> [Finding] {
    maps.uniqueByID.flatMap { map in
      findings(map) { Projector(map: map, sessionRules: session.rules).project().states }
    }
  }

  /// The same of sheets that are drawn, year by year as they show them; what several show alike is told once.
  func findings(_ sheets: [RenderPlan.Sheet]) -> [Finding] {
    var told: [Finding] = []
    for sheet in sheets {
      if sheet.chance != nil, !Self.charts.isDisjoint(with: sheet.kinds), hidesAges(of: sheet.map) {
        let note = note(noCharts(sheet.map))
        if !told.contains(note) { told.append(note) }
        continue
      }
      // Maps of chance show steps, and nobody's age.
      let withoutAges = Self.withoutAges.union(sheet.chance == nil ? [] : [.map, .series])
      guard !withoutAges.isSuperset(of: sheet.kinds) else { continue }
      let states =
        (sheet.singles.map { sheet.projection.states[$0] } + (sheet.series?.states ?? []))
        .sorted { $0.year < $1.year }
      told += findings(sheet.map) { states }.filter { !told.contains($0) }
      if let foresight = sheet.chance, sheet.kinds.contains(.pyramid),
        let reason = ChancePyramids(foresight, audience: .public, groups: self).reason
      {
        told.append(note(noPyramid(sheet.map, reason)))
      }
    }
    return told
  }

  /// Pictures on which nobody's age stands, and no ageing rate.
  private static let withoutAges: Set<PictureKind> = [.vacantYear, .fan, .life]

  /// Charts that are not drawn where so few houses are lived in that they would tell of each.
  private static let charts: Set<PictureKind> = [.fan, .pyramid]

  private func noCharts(_ map: TableMap) -> Phrase {
    Phrase(
      ja: "地図 \(map.id) は人の住む家が \(Self.fewestHouseholds)戸より少ないので、人と空き家の見込み（fan）と年齢の移り変わり（pyramid）の図は載せません。",
      en:
        "Map \(map.id) has fewer than \(Self.fewestHouseholds) households, so its fan charts and pyramids are left out."
    )
  }

  private func noPyramid(_ map: TableMap, _ reason: ChancePyramids.Reason) -> Phrase {
    switch reason {
    case .fewHouses: noCharts(map)
    case .fewLater:
      Phrase(
        ja: "地図 \(map.id) は後の年に年齢を載せないので、年齢の移り変わり（pyramid）の図は載せません。",
        en: "Map \(map.id) shows no ages of later years, so its pyramids are left out.")
    case .fewOlder:
      Phrase(
        ja: "地図 \(map.id) は年配の人が少なく、一人一人のことが分かってしまうので、年齢の移り変わり（pyramid）の図は載せません。",
        en:
          "Map \(map.id) has so few older people that its pyramids would tell of single ones; they are left out."
      )
    }
  }

  private func findings(_ map: TableMap, _ states: () -> [MapThen]) -> [Finding] {
    let states = states()
    let close = closeYears(states, of: map)
    if hidesAges(of: map) { return [note(fewHouseholds(map))] + close }
    let told = AgesTold(states, states.map(ages))
    var notes: [Phrase] = []
    if !told.hidden.isEmpty { notes.append(few(told.hidden, map)) }
    if !told.together.isEmpty { notes.append(together(told.together, map)) }
    if !told.withoutRate.isEmpty { notes.append(withoutRate(told.withoutRate, map)) }
    return notes.map(note) + close
  }

  /// Years that stand closer together than this tell, by the houses that fall vacant between them, how old those were
  /// who lived there.
  private static let fewestYears = 5

  private func closeYears(_ states: [MapThen], of map: TableMap) -> [Finding] {
    guard self == .coarsened else { return [] }
    let states = states.sorted { $0.year < $1.year }
    return zip(states, states.dropFirst()).filter { now, then in
      (1..<Self.fewestYears).contains(then.year - now.year)
        && then.figures.vacant.point > now.figures.vacant.point
    }.prefix(1).map { now, then in
      Finding(
        .warning, code: "close-years", at: nil,
        Phrase(
          ja:
            "地図 \(map.id) の \(now.year)年と\(then.year)年は間が\(Self.fewestYears)年より短いので、その間に空く家から、そこに住む人の年齢がわかってしまいます。",
          en:
            "On map \(map.id) \(now.year) and \(then.year) are less than \(Self.fewestYears) years apart: the houses that fall vacant between them tell how old the people there are."
        ),
        hint: Phrase(
          ja: "みんなに見せる地図は、10年ごとなど、間をあけた年にしてください（horizons）。",
          en: "For everybody, show years further apart, such as every ten (horizons)."))
    }
  }

  private func note(_ message: Phrase) -> Finding {
    Finding(.note, code: "small-groups", at: nil, message, hint: Self.hint)
  }

  private func fewHouseholds(_ map: TableMap) -> Phrase {
    Phrase(
      ja: "地図 \(map.id) は人の住む家が \(Self.fewestHouseholds)戸より少ないので、年齢と高齢化率を載せません。",
      en:
        "Map \(map.id) has fewer than \(Self.fewestHouseholds) households, so ages and their ageing rate are left out."
    )
  }

  private func few(_ years: [Int], _ map: TableMap) -> Phrase {
    let listed = AgesTold.listed(years)
    return Phrase(
      ja: "地図 \(map.id) の\(listed.ja)は人の住む家が \(Self.fewestHouseholds)戸より少ないので、年齢と高齢化率を載せません。",
      en:
        "On map \(map.id) fewer than \(Self.fewestHouseholds) houses are lived in in \(listed.en), so ages and the ageing rate are left out there."
    )
  }

  private func together(_ bands: [(year: Int, highest: Int)], _ map: TableMap) -> Phrase {
    Phrase(
      ja: "地図 \(map.id) では、70歳以上の年代が一人か二人だけにならないよう、"
        + bands.map { "\($0.year)年は\($0.highest)歳以上" }.joined(separator: "、") + "をまとめました。",
      en:
        "On map \(map.id), so that no one or two people are alone in a band from 70 on, ages share one band "
        + bands.map { "from \($0.highest) in \($0.year)" }.joined(separator: ", ") + ".")
  }

  private func withoutRate(_ years: [Int], _ map: TableMap) -> Phrase {
    let listed = AgesTold.listed(years)
    return Phrase(
      ja: "地図 \(map.id) の\(listed.ja)は65歳以上の人が一人か二人なので、高齢化率を載せません。",
      en:
        "On map \(map.id) only one or two people are of 65 or over in \(listed.en), so the ageing rate is left out there."
    )
  }
}

extension [TableMap] {
  /// Each map once.
  fileprivate var uniqueByID: [TableMap] {
    var seen: Set<String> = []
    return filter { seen.insert($0.id).inserted }
  }
}
