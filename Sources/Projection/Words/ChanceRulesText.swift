import Diagnostics
import Workshop

/// A rule in force, in words.
public struct RuleSentence: Sendable, Hashable {
  /// Its key in the session file; nil where there is none.
  public var key: String?
  /// What it says.
  public var text: Phrase
  /// Where its numbers come from; nil where they come from nowhere but the room.
  public var source: Phrase?
  /// Who set it.
  public var level: RuleLevel

  /// `［この地図で変更］`; nil where nobody has set anything.
  public var mark: Phrase? {
    switch level {
    case .standard: nil
    case .session: Phrase(ja: "［ワークショップで変更］", en: "[set for the workshop]")
    case .map: Phrase(ja: "［この地図で変更］", en: "[set for this map]")
    case .scenario(let name): Phrase(ja: "［もしも「\(name)」で変更］", en: "[set by the scenario “\(name)”]")
    }
  }
}

extension RulesText {
  /// The workshop's rules in force for a map, each in a sentence of its own, and who set it.
  public static func sentences(
    session: RuleChanges, map: RuleChanges, scenario: Scenario? = nil
  ) -> [RuleSentence] {
    var layers: [(RuleChanges, RuleLevel)] = [(session, .session), (map, .map)]
    if let scenario { layers.append((scenario.rules, .scenario(scenario.name))) }
    let rules = layers.reduce(Rules.workshop) { $0.applying($1.0) }
    func level(_ isSet: (RuleChanges) -> Bool) -> RuleLevel {
      layers.last { isSet($0.0) }?.1 ?? .standard
    }
    let driving = level { $0.drivesUntil != nil }
    let keys: [(place: Int, key: String, level: RuleLevel)] = [
      (0, "deceased-at", level { $0.deceasedAt != nil }),
      (1, "children-leave-at", level { $0.childrenLeaveAt != nil }),
      (4, "relet", level { $0.reletsRentedUnits != nil }),
      (6, "demolished-after", level { $0.demolishedAfter != nil }),
    ]
    var told = sentences(rules).enumerated().map { place, text in
      let key = keys.first { $0.place == place }
      return RuleSentence(key: key?.key, text: text, source: nil, level: key?.level ?? .standard)
    }
    // Of driving nothing is said where nobody asks; and last stands that the sheet comes first.
    if driving != .standard {
      let sentence = RuleSentence(
        key: "drives-until", text: self.driving(rules), source: nil, level: driving)
      told.insert(sentence, at: told.count - 1)
    }
    return told
  }

  /// The chance rules in force, each in a sentence of its own, with its source and who set it. Ties between people and
  /// between houses are told only where somebody has set them.
  public static func sentences(_ settings: ChanceSettings) -> [RuleSentence] {
    let ties: Set<ChanceItem> = [.returnWhenParentsGone, .couplesTogether, .familiesAYear]
    return settings.settings.filter { setting in
      !settings.isReplaced(setting.item) && !(ties.contains(setting.item) && setting.level == .standard)
    }.map { setting in
      let words = ChanceWords(setting, in: settings)
      return RuleSentence(
        key: setting.item.rawValue, text: words.sentence, source: words.source, level: setting.level)
    } + [RuleSentence(key: nil, text: saidFirst, source: nil, level: .standard)]
  }

  /// What was said comes before chance.
  private static let saidFirst = Phrase(
    ja: "残ると書かれた人は、確率では家を出ず、施設にも移りません。出る・戻る・施設に移る年が書かれた人も、そのことは書かれたとおりです。",
    en:
      "Of whom it was said that they stay, nobody leaves or moves into care by chance; of whom it was said when they leave, come back or move into care, that holds."
  )

  /// For the foot of a picture drawn by chance: what may happen, the numbers that somebody has set in the words of
  /// ``sentences(_:)``, and where the rates come from.
  public static func line(_ settings: ChanceSettings) -> Phrase {
    let words = settings.settings.filter { !settings.isReplaced($0.item) }.map {
      ChanceWords($0, in: settings)
    }
    let happening = words.filter(\.canHappen)
    let driving =
      settings.workshop.drivesUntil.years.map { age in
        Phrase(ja: "。\(age)歳になった人は車の運転をやめると仮定しています", en: ". We assume that people give up driving at \(age)")
      } ?? Phrase(verbatim: "")
    guard !happening.isEmpty else {
      let nothing = Phrase(
        ja: "書かれたことのほかは、何も起こらないと仮定しています", en: "We assume that nothing happens but what was said")
      return Phrase(ja: nothing.ja + driving.ja, en: nothing.en + driving.en)
    }
    var sources: [Phrase] = []
    for source in happening.compactMap(\.source) where !sources.contains(source) { sources.append(source) }
    let ja = happening.map(\.event.ja).joined(separator: "、")
    let en = happening.map(\.event.en).joined(separator: ", ")
    let from = Phrase(
      ja: sources.isEmpty ? "" : "。率は\(sources.map(\.ja).joined(separator: "、"))によります",
      en: sources.isEmpty ? "" : ". Rates: \(sources.map(\.en).joined(separator: "; "))")
    let own = numbers(happening.filter { $0.setting.level != .standard && !$0.isOfTable })
    return Phrase(
      ja: "一年ごとの確率で起こると考えたこと: \(ja)\(own.ja)\(from.ja)\(driving.ja)",
      en: "By yearly chances there may happen: \(en)\(own.en)\(from.en)\(driving.en)")
  }
}

extension RulesText {
  /// The foot of a picture has no room for more than this many bytes of numbers.
  private static let mostNumbers = 900

  /// The numbers that somebody has set, in the words of ``sentences(_:)``; where they are too long to stand under a
  /// picture, of what there are some.
  private static func numbers(_ set: [ChanceWords]) -> Phrase {
    guard !set.isEmpty else { return Phrase(verbatim: "") }
    let sentences = set.map(\.sentence)
    if sentences.reduce(0, { $0 + max($1.ja.utf8.count, $1.en.utf8.count) }) <= mostNumbers {
      return Phrase(
        ja: "。変えた率: " + sentences.map(\.ja).joined().dropLast(),
        en: ". Set here: " + sentences.map(\.en).joined(separator: " ").dropLast())
    }
    return Phrase(
      ja: "。率を変えたこと: " + set.map(\.event.ja).joined(separator: "、"),
      en: ". Rates set here: " + set.map(\.event.en).joined(separator: ", "))
  }

  /// What a scenario changes in the rules of chance, for the foot of a picture that shows it beside the base case.
  ///
  /// - Parameter setsDriving: Whether it says until when people drive.
  public static func changes(_ settings: ChanceSettings, setsDriving: Bool = false) -> Phrase {
    let rates = changedRates(settings)
    guard setsDriving else { return rates }
    let driving =
      settings.workshop.drivesUntil.years.map { age in
        Phrase(ja: "\(age)歳になった人は車の運転をやめます。", en: " People give up driving at \(age).")
      } ?? Phrase(ja: "何歳になっても車の運転をやめません。", en: " Nobody gives up driving at any age.")
    return Phrase(ja: rates.ja + driving.ja, en: rates.en + driving.en)
  }

  private static func changedRates(_ settings: ChanceSettings) -> Phrase {
    let set = settings.settings.filter { setting in
      guard case .scenario = setting.level else { return false }
      return !settings.isReplaced(setting.item)
    }.map { ChanceWords($0, in: settings) }
    guard !set.isEmpty else { return Phrase(ja: "率は同じです。", en: "the same rates.") }
    let sentences = set.map(\.sentence)
    if sentences.reduce(0, { $0 + max($1.ja.utf8.count, $1.en.utf8.count) }) <= mostNumbers {
      return Phrase(ja: sentences.map(\.ja).joined(), en: sentences.map(\.en).joined(separator: " "))
    }
    return Phrase(
      ja: set.map(\.event.ja).joined(separator: "、") + "の率が変わります。",
      en: "other rates for " + set.map(\.event.en).joined(separator: ", ") + ".")
  }
}

extension ChanceSettings {
  /// Whether another setting stands in its place.
  fileprivate func isReplaced(_ item: ChanceItem) -> Bool {
    item == .filling && rules.familiesAYear != nil
  }
}

/// What there is to say of one thing that chance decides.
private struct ChanceWords {
  let setting: ChanceSetting
  let settings: ChanceSettings

  init(_ setting: ChanceSetting, in settings: ChanceSettings) {
    self.setting = setting
    self.settings = settings
  }

  /// Whether the tables that come with Tenken hold, be it that somebody said so.
  var isOfTable: Bool { setting.origin == .table && setting.originOfWomen == nil }

  /// Whether it can happen at all.
  var canHappen: Bool {
    let rules = settings.rules
    return switch setting.item {
    case .death: rules.death != .never
    case .leavingHome: rules.leavingHome != .never
    case .returning: rules.returning != .never
    case .care: rules.care != .never
    case .letting: rules.letting > 0
    case .filling: rules.filling > 0
    case .demolition: rules.demolition > 0
    case .partnering: rules.partnering != .never
    case .births: rules.births != .never
    case .returnWhenParentsGone: rules.returnWhenParentsGone > 0
    case .couplesTogether: rules.couplesTogether
    case .familiesAYear: rules.familiesAYear != nil
    }
  }

  /// What may happen, as an entry of a list.
  var event: Phrase {
    switch setting.item {
    case .death: Phrase(ja: "亡くなる", en: "passing away")
    case .leavingHome: Phrase(ja: "子どもが家を出る", en: "children leaving home")
    case .returning: Phrase(ja: "他出した人が戻る", en: "people coming back")
    case .care: Phrase(ja: "施設に移る", en: "moving into care")
    case .letting: Phrase(ja: "空いた賃貸に次の人が入る", en: "rented dwellings let again")
    case .filling: Phrase(ja: "空き家に人が入る", en: "vacant houses taken")
    case .demolition: Phrase(ja: "空き家が取り壊される", en: "vacant houses taken down")
    case .partnering: Phrase(ja: "相手が来る", en: "partners moving in")
    case .births: Phrase(ja: "子どもが生まれる", en: "births")
    case .returnWhenParentsGone:
      Phrase(ja: "親がいなくなった家に子が戻る", en: "children coming back when their parents have gone")
    case .couplesTogether: Phrase(ja: "夫婦がそろって施設に移る", en: "couples moving into care together")
    case .familiesAYear: Phrase(ja: "家族が移り住む", en: "families moving to the neighbourhood")
    }
  }

  // MARK: - The sentence

  var sentence: Phrase {
    guard canHappen || isByRule else { return never }
    if isByRule, let rule { return rule }
    switch setting.item {
    case .letting, .filling, .demolition:
      let chance = ChanceNumbers.percent(number)
      return Phrase(
        ja: "\(subject.ja)は、空いた翌年から一年に\(chance)です。",
        en: "\(subject.en): \(chance) a year, from the year after it emptied.")
    case .returnWhenParentsGone:
      let chance = ChanceNumbers.percent(settings.rules.returnWhenParentsGone)
      return Phrase(
        ja: "最後の親がいなくなった家には、その翌年、他出した子が\(chance)の確率で戻ります。",
        en:
          "In the year after the last parent has gone, a child who lives away comes back with chance \(chance)."
      )
    case .couplesTogether:
      return Phrase(
        ja: "夫婦の一人が施設に移るとき、もう一人も一緒に移ります。",
        en: "When one of a couple moves into a care home, the other goes along.")
    case .familiesAYear:
      let number = ChanceNumbers.plain(settings.rules.familiesAYear ?? 0)
      let families = number == "1" ? "1 family a year comes" : "\(number) families a year come"
      return Phrase(
        ja: "一年に\(number)家族がこの地図に来て、空き家に入ります。どの空き家に入るかは毎年のくじ引きで、どの空き家も同じ見込みです。",
        en: "\(families) to this map; which vacant houses they take is drawn by lot each year, all alike.")
    case .partnering:
      return Phrase(
        ja: "\(subject.ja)は、\(rates.ja)です。相手は異性で、男性の相手は一つ年下、女性の相手は一つ年上、18歳以上です（性別のわからない人の相手は同い年）。",
        en:
          "\(subject.en): \(rates.en). The partner is of the other sex, a year younger than a man, a year older than a woman (as old where the sex is not known), 18 at least."
      )
    case .births:
      let boys = ChanceNumbers.plain(settings.rules.boys * 100, digits: 3)
      return Phrase(
        ja: "\(subject.ja)は、\(rates.ja)です。生まれる子は\(boys)%の確率で男の子です。",
        en: "\(subject.en): \(rates.en). A newborn is a boy with chance \(boys)%.")
    default:
      return Phrase(ja: "\(subject.ja)は、\(rates.ja)です。", en: "\(subject.en): \(rates.en).")
    }
  }

  private var isByRule: Bool { setting.origin == .rule && setting.originOfWomen == nil }

  private var subject: Phrase {
    switch setting.item {
    case .death: Phrase(ja: "亡くなる確率", en: "Passing away")
    case .leavingHome: Phrase(ja: "子や孫が家を出る確率", en: "A child or grandchild leaves home")
    case .returning: Phrase(ja: "他出した人が戻る確率", en: "Somebody who lives away comes back")
    case .care: Phrase(ja: "施設に移る確率", en: "Somebody moves into a care home")
    case .letting: Phrase(ja: "空いた賃貸に次の人が入る確率", en: "A rented dwelling is let again")
    case .filling: Phrase(ja: "ほかの空き家に人が入る確率", en: "Any other vacant house is taken by a household")
    case .demolition: Phrase(ja: "空き家が取り壊される確率", en: "A vacant house is taken down")
    case .partnering: Phrase(ja: "一人の人に相手が来る確率", en: "Somebody without a partner brings one")
    case .births: Phrase(ja: "相手と住む女性に子が生まれる確率", en: "A woman who lives with her partner has a child")
    case .returnWhenParentsGone, .couplesTogether, .familiesAYear: event
    }
  }

  private var never: Phrase {
    switch setting.item {
    case .death: Phrase(ja: "亡くなる人はいないとします。", en: "Nobody passes away.")
    case .leavingHome: Phrase(ja: "子どもは、書かれていなければ家を出ません。", en: "Children leave only if it was said.")
    case .returning:
      Phrase(ja: "他出した人は、書かれていなければ戻りません。", en: "Those who live away return only if it was said.")
    case .care: Phrase(ja: "施設には、書かれた人だけが移ります。", en: "Only those of whom it was said move into care homes.")
    case .letting: Phrase(ja: "空いた賃貸の部屋は、空いたままになります。", en: "Rented dwellings that empty stay empty.")
    case .filling: Phrase(ja: "空き家は、書かれていなければ空いたままになります。", en: "Vacant houses stay empty unless it was said.")
    case .demolition:
      Phrase(ja: "空き家は、書かれていなければ取り壊されません。", en: "Vacant houses are not taken down unless it was said.")
    case .partnering: Phrase(ja: "相手は、書かれた人にだけ来ます。", en: "Partners come only where it was said.")
    case .births: Phrase(ja: "子どもが生まれることは考えません。", en: "No births are reckoned with.")
    case .returnWhenParentsGone:
      Phrase(
        ja: "子が戻るかどうかは、親がいるかどうかによりません。", en: "Whether a child comes back does not depend on its parents.")
    case .couplesTogether: Phrase(ja: "夫婦は一人ずつ施設に移ります。", en: "Couples move into care one by one.")
    case .familiesAYear: Phrase(ja: "移り住む家族の数は決めていません。", en: "No number of families that come is set.")
    }
  }

  /// The workshop's rule in the place of a chance.
  private var rule: Phrase? {
    let sentences = RulesText.sentences(settings.workshop)
    return switch setting.item {
    case .death: sentences[0]
    case .leavingHome: sentences[1]
    case .letting: sentences[4]
    case .demolition: sentences[6]
    default: never
    }
  }

  // MARK: - Numbers

  private var number: Double {
    switch setting.item {
    case .letting: settings.rules.letting
    case .filling: settings.rules.filling
    case .demolition: settings.rules.demolition
    default: 0
    }
  }

  private var hazard: Hazard {
    switch setting.item {
    case .death: settings.rules.death
    case .leavingHome: settings.rules.leavingHome
    case .returning: settings.rules.returning
    case .care: settings.rules.care
    case .partnering: settings.rules.partnering
    case .births: settings.rules.births
    default: .never
    }
  }

  private var rates: Phrase {
    if setting.item == .births { return ChanceNumbers.rates(hazard, sex: .female) }
    return ChanceNumbers.rates(hazard)
  }

  /// Where the numbers come from.
  var source: Phrase? {
    guard canHappen else { return nil }
    var sources: [Phrase] = []
    for origin in [setting.origin, setting.originOfWomen].compactMap({ $0 }) {
      let source: Phrase? =
        switch origin {
        case .table: setting.item.rateFile.flatMap { settings.rateLibrary.standard[$0]?.sourceName }
        case .file(let path): settings.rateLibrary.files[path]?.sourceName ?? Phrase(verbatim: path)
        case .rule: Phrase(ja: "ワークショップの決まり", en: "the workshop's rule")
        case .rates, .number, .on: Phrase(ja: "記録ファイルの数", en: "numbers of the session file")
        case .off: nil
        }
      if let source, !sources.contains(source) { sources.append(source) }
    }
    // Whatever the rate, whether it is a boy comes from the statistics.
    if setting.item == .births, let newborns = settings.rateLibrary.standard["newborns.csv"]?.sourceName,
      !sources.contains(newborns)
    {
      sources.append(newborns)
    }
    guard !sources.isEmpty else { return nil }
    return Phrase(
      ja: sources.map(\.ja).joined(separator: "、"), en: sources.map(\.en).joined(separator: "; "))
  }
}
