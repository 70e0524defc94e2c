import Diagnostics

/// One kind of table of the session file, as the place where a key belongs that stands elsewhere.
struct KeyHome: Sendable {
  /// One of the names a key goes by in it.
  struct Name: Sendable {
    let candidate: Suggestion.Candidate
    /// The key's own name.
    let key: String
    /// The name that is offered: of a word that is no name, the key's in the same language.
    let offered: String
    /// Whether the reader takes it; otherwise it is only what people call it.
    let isTaken: Bool
  }

  let id: ObjectIdentifier
  /// In a sentence with others: "a road, an area or a house".
  let noun: Phrase
  /// By itself, `KEY` standing for the key.
  let whereabouts: Phrase
  /// The tables it stands in; none is the file.
  let parents: [ObjectIdentifier]
  /// Whether it is told only where no other table has the key: few people write it.
  let isRare: Bool
  let names: [Name]

  /// What is told of `word`, which stands as a key in a table of `Key` and is none there; `taken` are the keys it has.
  /// Also the key that it seems to be meant for, where that is one of the same table and not yet there.
  static func guess<Key: FormatKey>(
    for word: String, in _: Key.Type, taken: Set<Key>
  ) -> (hint: Phrase?, key: Key?) {
    guard let own = all.first(where: { $0.id == ObjectIdentifier(Key.self) }) else { return (nil, nil) }
    let written = Suggestion.Candidate(word)
    let free = own.names.filter { name in !taken.contains { $0.rawValue == name.key } }
    if let called = free.first(where: { !$0.isTaken && $0.candidate.letters == written.letters }) {
      return (Suggestion.didYouMean(called.offered), Key(rawValue: called.key))
    }
    if let belongs = own.belongs(written, isExact: true) { return (belongs, nil) }
    for (names, isFree) in [(free, true), (own.names, false)] {
      let known = names.filter(\.isTaken)
      guard let near = Suggestion.nearest(to: written, among: known.map(\.candidate)) else { continue }
      let name = isFree ? known.first { $0.candidate.letters == near.letters } : nil
      return (Suggestion.didYouMean(near.word), name.flatMap { Key(rawValue: $0.key) })
    }
    return (own.belongs(written, isExact: false), nil)
  }

  /// Where a key of this name, or one much like it, belongs if not here: the tables within this one before that around
  /// it, and both before all others.
  private func belongs(_ word: Suggestion.Candidate, isExact: Bool) -> Phrase? {
    let others = Self.all.filter { $0.id != id }
    let circles = [
      others.filter { $0.parents.contains(id) && !$0.isRare }, others.filter { parents.contains($0.id) },
      others.filter { !$0.isRare }, others,
    ]
    for circle in circles {
      if isExact {
        let found = circle.compactMap { home in
          home.names.first { $0.candidate.letters == word.letters }.map { (home: home, name: $0) }
        }
        // A name that is taken somewhere before a word that only might be meant.
        let taken = found.filter(\.name.isTaken)
        guard let first = (taken.isEmpty ? found : taken).first else { continue }
        let homes = taken.isEmpty ? [first.home] : taken.map(\.home)
        return Self.phrase(first.name.offered, homes, isMeant: !first.name.isTaken)
      }
      let all = circle.flatMap { home in home.names.filter(\.isTaken).map { (home: home, name: $0) } }
      guard let near = Suggestion.nearest(to: word, among: all.map(\.name.candidate)),
        let first = all.first(where: { $0.name.candidate.letters == near.letters })
      else { continue }
      return Self.phrase(first.name.offered, [first.home], isMeant: true)
    }
    return nil
  }

  private static func phrase(_ key: String, _ homes: [KeyHome], isMeant: Bool) -> Phrase {
    let only = homes.count == 1 ? homes[0].whereabouts : nil
    let nouns = homes.prefix(4).map(\.noun)
    let ja = only?.ja.replacing("KEY", with: key) ?? nouns.map(\.ja).joined(separator: "、") + "の中"
    let last = nouns.last?.en ?? ""
    let en =
      only?.en.replacing("KEY", with: key)
      ?? "in \(nouns.dropLast().map(\.en).joined(separator: ", ")) or \(last)"
    guard isMeant else {
      return Phrase(ja: "「\(key)」は\(ja)に書きます。", en: "`\(key)` belongs \(en).")
    }
    return Phrase(
      ja: "「\(key)」のことでしょうか。\(ja)に書きます。", en: "Did you mean `\(key)`? It belongs \(en).")
  }
}

// MARK: - All of them

extension KeyHome {
  private init<Key: FormatKey>(
    _: Key.Type, _ noun: Phrase, _ whereabouts: Phrase? = nil, in parents: [any FormatKey.Type],
    isRare: Bool = false
  ) {
    id = ObjectIdentifier(Key.self)
    self.noun = noun
    self.whereabouts = whereabouts ?? Phrase(ja: "\(noun.ja)の中", en: "in \(noun.en)")
    self.parents = parents.map { ObjectIdentifier($0) }
    self.isRare = isRare
    names = Key.allCases.flatMap { key in
      key.names.map {
        Name(candidate: Suggestion.Candidate($0), key: key.rawValue, offered: $0, isTaken: true)
      }
        + key.alsoCalled.map {
          Name(
            candidate: Suggestion.Candidate($0), key: key.rawValue,
            offered: key.name(likeJapanese: $0.looksJapanese), isTaken: false)
        }
    }
  }

  /// In the order in which they are thought of.
  static let all: [KeyHome] = [
    KeyHome(
      SessionKey.self, Phrase(ja: "ファイルのいちばん外側", en: "the outermost level of the file"),
      Phrase(ja: "ファイルのいちばん外側(字下げなし)", en: "at the outermost level of the file, not indented"), in: []),
    KeyHome(
      MapKey.self, Phrase(ja: "地図", en: "a map"),
      Phrase(ja: "地図の中(その地図の id と同じ字下げ)", en: "in a map, indented as the map's `id` is"),
      in: [SessionKey.self]),
    KeyHome(
      HouseKey.self, Phrase(ja: "家", en: "a house"),
      Phrase(ja: "家の中(b1: {KEY: …} の形)", en: "in a house, as in b1: {KEY: …}"), in: [MapKey.self]),
    KeyHome(
      ResidentKey.self, Phrase(ja: "人", en: "a person"),
      Phrase(ja: "人の中({性別: 男, KEY: …} の形)", en: "in a person, as in {sex: male, KEY: …}"),
      in: [HouseKey.self, UnitKey.self]),
    KeyHome(RoadKey.self, Phrase(ja: "道", en: "a road"), in: [MapKey.self]),
    KeyHome(AreaKey.self, Phrase(ja: "区域", en: "an area"), in: [MapKey.self]),
    KeyHome(LandmarkKey.self, Phrase(ja: "目印", en: "a landmark"), in: [MapKey.self]),
    KeyHome(RuleKey.self, Phrase(ja: "「決まり」", en: "`rules`"), in: [SessionKey.self, MapKey.self]),
    KeyHome(
      ChanceKey.self, Phrase(ja: "「決まり」の「確率」", en: "`chance`, which is one of the `rules`"),
      in: [RuleKey.self]),
    KeyHome(PersonaKey.self, Phrase(ja: "ペルソナ", en: "a persona"), in: [SessionKey.self]),
    KeyHome(TimetableKey.self, Phrase(ja: "時間割", en: "the timetable"), in: [SessionKey.self]),
    KeyHome(
      TimetableItemKey.self, Phrase(ja: "時間割の項目", en: "an item of the timetable"), in: [TimetableKey.self]),
    KeyHome(GreetingKey.self, Phrase(ja: "あいさつ", en: "a greeting"), in: [SessionKey.self]),
    KeyHome(ArticleKey.self, Phrase(ja: "記事", en: "a section"), in: [SessionKey.self]),
    KeyHome(TalkKey.self, Phrase(ja: "話し合い", en: "a table's talk"), in: [SessionKey.self]),
    KeyHome(VoteKey.self, Phrase(ja: "投票", en: "a vote"), in: [SessionKey.self]),
    KeyHome(VoteEntryKey.self, Phrase(ja: "投票の候補", en: "an entry of a vote"), in: [VoteKey.self]),
    KeyHome(ColourRankingKey.self, Phrase(ja: "色の順位", en: "a ranking of colours"), in: [SessionKey.self]),
    KeyHome(TallyKey.self, Phrase(ja: "まとめ", en: "a tally"), in: [SessionKey.self]),
    KeyHome(QuestionnaireKey.self, Phrase(ja: "アンケート", en: "the questionnaire"), in: [SessionKey.self]),
    KeyHome(
      QuestionKey.self, Phrase(ja: "アンケートの質問", en: "a question of the questionnaire"),
      in: [QuestionnaireKey.self]),
    KeyHome(ParticipantsKey.self, Phrase(ja: "「参加者」", en: "`participants`"), in: [SessionKey.self]),
    KeyHome(StaffKey.self, Phrase(ja: "スタッフ", en: "a member of staff"), in: [SessionKey.self]),
    KeyHome(ContactKey.self, Phrase(ja: "問い合わせ先", en: "a contact"), in: [SessionKey.self]),
    KeyHome(
      WatercourseKey.self, Phrase(ja: "川や線路", en: "a river or railway"), in: [MapKey.self], isRare: true),
    KeyHome(RowKey.self, Phrase(ja: "「沿い」の並び", en: "a row of `along`"), in: [MapKey.self], isRare: true),
    KeyHome(UnitKey.self, Phrase(ja: "部屋", en: "a unit"), in: [HouseKey.self], isRare: true),
    KeyHome(
      DwellingPlanKey.self, Phrase(ja: "家の予定", en: "a plan of a house"), in: [HouseKey.self, UnitKey.self],
      isRare: true),
    KeyHome(ScenarioKey.self, Phrase(ja: "「もしも」", en: "a scenario"), in: [SessionKey.self], isRare: true),
    KeyHome(MeasureKey.self, Phrase(ja: "「できること」", en: "a measure"), in: [SessionKey.self], isRare: true),
    KeyHome(TargetKey.self, Phrase(ja: "「めあて」", en: "`targets`"), in: [MapKey.self], isRare: true),
    KeyHome(
      TimetableStepKey.self, Phrase(ja: "時間割の手順", en: "a step of the timetable"), in: [TimetableItemKey.self],
      isRare: true),
    KeyHome(
      PersonaWorkKey.self, Phrase(ja: "ペルソナの「仕事」", en: "a persona's `work`"), in: [PersonaKey.self],
      isRare: true),
    KeyHome(
      PersonaFamilyKey.self, Phrase(ja: "ペルソナの「家族」", en: "a persona's `family`"), in: [PersonaKey.self],
      isRare: true),
    KeyHome(
      PersonaCharacterKey.self, Phrase(ja: "ペルソナの「性格」", en: "a persona's `character`"), in: [PersonaKey.self],
      isRare: true),
    KeyHome(
      PersonaRhythmKey.self, Phrase(ja: "ペルソナの「一日のリズム」", en: "a persona's `rhythm`"), in: [PersonaKey.self],
      isRare: true),
    KeyHome(
      PersonaInterestsKey.self, Phrase(ja: "ペルソナの「趣味」", en: "a persona's `interests`"), in: [PersonaKey.self],
      isRare: true),
    KeyHome(
      PersonaInternetKey.self, Phrase(ja: "ペルソナの「ネット」", en: "a persona's `internet`"), in: [PersonaKey.self],
      isRare: true),
  ]
}
