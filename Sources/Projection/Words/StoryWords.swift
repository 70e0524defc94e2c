import Diagnostics

/// The sentences a story is told in. Kind words: it is read by, or to, the people it is about.
enum StoryWords {
  /// What happens, and on whose word.
  ///
  /// - Parameters:
  ///   - who: The person it happens to, if any.
  ///   - family: The people of a family that moves in.
  static func event(_ event: Event, who: Phrase?, family: [Phrase]) -> Phrase {
    let who = who ?? Phrase(ja: "", en: "")
    let age = event.age.map { Phrase(ja: "\($0)歳で", en: " at \($0)") } ?? Phrase(verbatim: "")
    let word = cause(event.cause)
    switch event.kind {
    case .deceased:
      return Phrase(
        ja: "\(who.ja)が\(event.age.map(String.init) ?? "")歳になり、\(word.ja)、ここから先は数えません。",
        en: "\(who.en) reaches \(event.age.map(String.init) ?? ""); \(word.en), they are no longer counted.")
    case .left:
      return Phrase(
        ja: "\(who.ja)が\(age.ja)家を出ます（\(word.ja)）。", en: "\(who.en) leaves home\(age.en) (\(word.en)).")
    case .returned:
      return Phrase(
        ja: "\(who.ja)が\(age.ja)戻ります（\(word.ja)）。", en: "\(who.en) comes to live here\(age.en) (\(word.en)).")
    case .partnerArrived:
      return Phrase(
        ja: "\(who.ja)が配偶者として加わります（\(word.ja)）。", en: "\(who.en) moves in as a partner (\(word.en)).")
    case .movedIntoCare:
      return Phrase(
        ja: "\(who.ja)が\(age.ja)施設に移ります（\(word.ja)）。",
        en: "\(who.en) moves into a care home\(age.en) (\(word.en)).")
    case .familyArrived:
      let (ja, en) = (family.map(\.ja).joined(separator: "、"), family.map(\.en).joined(separator: ", "))
      return family.isEmpty
        ? Phrase(ja: "どなたか分からない世帯が入居します（\(word.ja)）。", en: "a household nobody knows moves in (\(word.en)).")
        : Phrase(
          ja: "\(ja)が入居します（\(word.ja)）。",
          en: "\(en) \(family.count == 1 ? "moves" : "move") in (\(word.en)).")
    case .becameVacant:
      return Phrase(ja: "住む人がいなくなり、空き家になります。", en: "nobody is left, and the house becomes vacant.")
    case .relet:
      return Phrase(
        ja: "空いた賃貸なので、\(word.ja)、新しい世帯（どなたかは分かりません）が入居します。",
        en: "as it is let, \(word.en), a household nobody knows moves in.")
    case .built: return Phrase(ja: "家が建ちます（\(word.ja)）。", en: "the house is built (\(word.en)).")
    case .demolished:
      return Phrase(
        ja: "家が取り壊され、空き地になります（\(word.ja)）。",
        en: "the house is taken down and leaves an empty lot (\(word.en)).")
    case .gaveUpDriving:
      return Phrase(
        ja: "\(who.ja)が\(age.ja)車の運転をやめます（\(word.ja)）。",
        en: "\(who.en) gives up driving\(age.en) (\(word.en)).")
    case .lostLastDriver:
      return Phrase(
        ja: "この家に、車を運転できる人がいなくなります。", en: "from now on nobody in this house can drive.")
    }
  }

  /// That what was said for later years is not reached.
  static func unreached(_ entries: [(year: Int, step: Itinerary.Step, cause: Cause)], limit: Int) -> Phrase {
    let told = entries.map { entry in
      let source =
        if case .scenario(let name) = entry.cause { "もしも「\(name)」" } else { "シート" }
      let step: Phrase =
        switch entry.step {
        case .leaves: Phrase(ja: "家を出る", en: "leaving home")
        case .care: Phrase(ja: "施設に移る", en: "moving into a care home")
        case .returns: Phrase(ja: "戻る", en: "coming back")
        case .bringsPartner: Phrase(ja: "配偶者と住み始める", en: "a partner moving in")
        }
      return Phrase(
        ja: "\(source)にある\(entry.year)年の「\(step.ja)」",
        en: "\(step.en) in \(entry.year) (\(cause(entry.cause).en))")
    }
    return Phrase(
      ja: told.map(\.ja).joined(separator: "、") + "は、その前に\(limit)歳になるため、起きないものとしています。",
      en: "What was said for later is not reached: " + told.map(\.en).joined(separator: ", ") + ".")
  }

  /// On whose word.
  static func cause(_ cause: Cause) -> Phrase {
    switch cause {
    case .sheet: Phrase(ja: "シートに書かれています", en: "so the sheet says")
    case .scenario(let name): Phrase(ja: "もしも「\(name)」による", en: "in the scenario “\(name)”")
    case .deceasedAt(let age):
      Phrase(
        ja: "\(age)歳以上は亡くなったとみなす決まりにより",
        en: "by the rule that people of \(age) or over are taken to have passed away")
    case .childrenLeaveAt(let age):
      Phrase(ja: "\(age)歳になった子どもは家を出るという決まりによる", en: "by the rule that children leave home at \(age)")
    case .nobodyLeft: Phrase(ja: "住む人がいなくなったため", en: "for nobody is left")
    case .relet: Phrase(ja: "空いた部屋は翌年に埋まるという決まりにより", en: "by the rule that it is taken again the next year")
    case .demolishedAfter(let years):
      Phrase(
        ja: "空き家になって\(years)年たった家は取り壊すという決まりによる",
        en: "by the rule that a house vacant for \(RulesText.count(years, "year")) is taken down")
    case .drivesUntil(let age):
      Phrase(ja: "\(age)歳で車の運転をやめるという決まりによる", en: "by the rule that people give up driving at \(age)")
    case .noDriverLeft: Phrase(ja: "車を運転できる人がいなくなったため", en: "for nobody who can drive is left")
    }
  }

  /// That nobody in the dwelling can drive, to be added to what it is at a horizon.
  static let withoutDriver = Phrase(ja: "車を運転できる人はいません。", en: " Nobody here can drive.")

  /// What the dwelling is at a horizon.
  static func state(_ then: DwellingThen, year: Int, people: [Phrase], hasDoubtful: Bool) -> Phrase {
    let now: Phrase =
      switch then.status {
      case .occupied:
        Phrase(
          ja: "\(people.map(\.ja).joined(separator: "、"))が住んでいます",
          en: "\(people.map(\.en).joined(separator: ", ")) \(people.count == 1 ? "lives" : "live") here")
      case .unknown: Phrase(ja: "どなたか分からない世帯が住んでいます", en: "a household nobody knows lives here")
      case .vacant: Phrase(ja: "空き家です", en: "vacant")
      case .absent: Phrase(ja: "家はありません", en: "no house stands here")
      }
    if then.depends {
      let others = DwellingStatus.allCases.filter { then.possible.contains($0) && $0 != then.status }.map(
        status)
      return Phrase(
        ja: "→ \(year)年の見通し：\(now.ja)。ただし正確な年齢によっては、\(others.map(\.ja).joined(separator: "、"))になっています。",
        en:
          "→ In \(year): \(now.en); but depending on exact ages it may be \(others.map(\.en).joined(separator: " or "))."
      )
    }
    if hasDoubtful {
      return Phrase(
        ja: "→ \(year)年の見通し：\(now.ja)（だれが残るかは正確な年齢によります）。",
        en: "→ In \(year): \(now.en) (who is still here depends on exact ages).")
    }
    return Phrase(ja: "→ \(year)年の見通し：\(now.ja)。", en: "→ In \(year): \(now.en).")
  }

  private static func status(_ status: DwellingStatus) -> Phrase {
    switch status {
    case .occupied: Phrase(ja: "人が住んでいる家", en: "lived in")
    case .unknown: Phrase(ja: "どなたか分からない世帯の家", en: "lived in by a household nobody knows")
    case .vacant: Phrase(ja: "空き家", en: "vacant")
    case .absent: Phrase(ja: "空き地", en: "an empty lot")
    }
  }

  /// Somebody reaches the age of a rule at some time between two years.
  static func window(_ who: Phrase, turns age: Int, years: ClosedRange<Int>) -> Phrase {
    Phrase(
      ja: "\(who.ja)は、\(years.lowerBound)年から\(years.upperBound)年の間に\(age)歳になります。何年かは正確な年齢によります。",
      en:
        "Depending on the exact age, \(who.en) reaches \(age) between \(years.lowerBound) and \(years.upperBound)."
    )
  }
}
