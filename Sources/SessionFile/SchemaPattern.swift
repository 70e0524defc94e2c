/// Regular expressions of the schema, for what is written in shorthand.
///
/// They let through everything that the reader takes and stop what cannot be meant; what depends on other values (ages
/// that do not fit, years before the base year) only `tenken check` tells. JavaScript and Python read them alike.
enum SchemaPattern {
  /// A blank of either width.
  private static let blank = "[ 　]"
  /// What may stand before the first person without being meant.
  private static let lead = "[ 　,、，]"
  /// A digit of either width.
  private static let digit = "[0-9０-９]"
  /// 0 to 120.
  private static let years = "(?:[1１][01０１]\(digit)|[1１][2２][0０]|\(digit){1,2})"
  /// A calendar year, of either calendar.
  static let calendarYear =
    "(?:[12１２]\(digit){3}|(?:明治|大正|昭和?|平成?|令和?|[MTSHRmtshr])(?:\(digit){1,2}|元))年?"

  private static let dash = "(?:[-~–—−‐〜ー～－]|から)"
  private static let half = "(?:前半|後半|半ば|なかば|中頃)"
  /// 0, 10 … 110, in either kind of numerals.
  private static let tens = "(?:(?:1[01]|[0-9]|[１][０１]|[０-９])?[0０]|[一二三四五六七八九]?十|百十?)"
  private static let decade = "(?:\(tens)(?:代\(half)?|\(half)))"
  static let bandBody =
    "(?:(?:early|mid|late)[- ])?(?:1[01]|[0-9]|[１][０１]|[０-９])?[0０]s"
    + "|(?:\(decade)|\(years)[歳才]?)\(dash)(?:\(decade)|\(half))(?:くらい|ぐらい|位|前後|ごろ|頃)?"
    + "|\(decade)(?:くらい|ぐらい|位|前後|ごろ|頃)?|\(years)[歳才]?\(dash)\(years)[歳才]?"
  private static let birth = "[bB]\(calendarYear)|\(calendarYear)(?:生まれ|生れ|うまれ|生)"
  private static let age =
    "(?:\(bandBody)|\(birth)|\(years)[歳才]?(?!\(digit)|代|s)|\(digit){1,2}[かヶヵカケ箇]月|[一二三四五六七八九十百][〇一二三四五六七八九十]{0,4}[歳才]?|[?？])"
  private static let sign = "(?:[○◯〇●⚪⭕△▲∆▵Δ]\u{FE0F}?|男性?|女性?|[MFmfＭＦ](?=[0-9０-９?？b 　○◯〇●⚪⭕△▲∆▵Δ]|$)|[?？])"

  /// 121 to 999 behind a sign, wherever it stands: no age, and no year of birth either.
  private static let noAgeBeyond =
    "(?!.*(?:[○◯〇●⚪⭕△▲∆▵Δ]\u{FE0F}?|(?:^|\(lead))[MFmfＭＦ])\(blank)*(?:[1１][2２][1-9１-９]|[1１][3-9３-９]\(digit)|[2-9２-９]\(digit){2})(?!\(digit)))"
  private static let person = "\(sign)(?:\(blank)*\(age))?(?!\(digit))"

  /// One or more residents in a row.
  static let residents = "^\(noAgeBeyond)\(lead)*\(person)"
  static let band = "^\(blank)*(?:\(bandBody)|\(years)[歳才]?)\(blank)*$"
  static let birthYear = "^\(blank)*(?:\(birth)|[bB]?\(calendarYear))\(blank)*$"
  static let age0 = "^\(blank)*\(age)\(blank)*$"

  private static let particles = optional(PlanText.particles)
  private static let residentVerb = "(?:転出|出る|出|独立|他出|戻る|戻|帰る|Uターン|Ｕターン|結婚|婚|施設入所|施設|入所)"
  private static let particlesOfAge = optional(PlanText.particlesOfAge)
  /// One word of each list in its turn, or none; signs of either width.
  private static func optional(_ lists: [[String]]) -> String {
    lists.map { "(?:\(alternatives($0).replacing(":", with: "[:：]")))?" }.joined()
  }
  /// The year, or the age, at which something happens to somebody.
  private static let moment =
    "(?:\(calendarYear)\(particles)|満?(?:\(years)|[一二三四五六七八九十百][〇一二三四五六七八九十]{0,4})[歳才]\(particlesOfAge))"
  private static let residentPlanBody =
    "(?:\(alternatives(PlanText.wordsOfStaying))|\(moment)\(residentVerb)[^ 　]*"
    + "|(?:leaves?|returns?|marry|marries|care)(?: in)? +(?:\(calendarYear)|(?:at|at +aged?|aged?) +(?:\(calendarYear)|\(years)[歳才]?))"
    + "(?: +(?:aged +)?\(years))?)"
  static let residentPlan =
    "^\(lead)*(?:\(residentPlanBody)(?:\(lead)+\(residentPlanBody))*)?\(lead)*$"

  /// Ages as a key of a table of rates.
  static let ageSpan =
    "^\(blank)*(?:\(bandBody)|\(years)[歳才]?(?:以上|以下|未満|から|まで|[+＋]|\(dash))?)\(blank)*$"

  private static let dwellingVerb = "(?:新築|建築|建つ|取り壊し|取壊し|解体|撤去|転入|入居)"
  private static let dwellingPlanBody =
    "(?:\(calendarYear)\(particles)\(dwellingVerb)|(?:built|demolished|moves?[- ]in)(?: in)? +\(calendarYear))"
  static let dwellingPlan = "^\(noAgeBeyond)\(lead)*(?:\(dwellingPlanBody)|$)"

  private static let number = "[-+−＋－]?\(digit)+(?:[.．]\(digit)+)?"
  static let pointBody =
    "[(（［\\[]?\(blank)*\(number)\(blank)*[,，、]\(blank)*\(number)\(blank)*[)）］\\]]?"
  static let point = "^\(blank)*\(pointBody)\(blank)*$"
  static let points =
    "^\(blank)*(?:\(pointBody)(?:\(blank)+\(pointBody))+|［\(blank)*\(pointBody)(?:\(blank)*[，,、]\(blank)*\(pointBody))*\(blank)*］)\(blank)*$"

  // MARK: - Numbers

  /// A number greater than 0.
  static let positive = "(?=[0０.．]*[1-9１-９])(?:\(digit){1,7}(?:[.．]\(digit)*)?|[.．]\(digit)+)"
  /// -360 to 360.
  static let bearing =
    "[-−－+]?(?:(?:\(digit){1,2}|[12１２]\(digit){2}|[3３][0-5０-５]\(digit))(?:[.．]\(digit)*)?|[3３][6６][0０])"
  /// A whole number of a range that begins with 0 or 1, of nine digits at most, with a counter word.
  static func whole(_ range: ClosedRange<Int>, units: [String]) -> String {
    let digits = String(range.upperBound).utf8.map { Int($0) - 0x30 }
    // The highest itself, any that is like it up to some digit and lower there, and any of fewer digits.
    var forms = [digits.map { one(of: $0...$0) }.joined()]
    for (place, highest) in digits.enumerated() {
      let lowest = place == 0 ? 1 : 0
      guard lowest < highest else { continue }
      forms.append(
        digits[..<place].map { one(of: $0...$0) }.joined() + one(of: lowest...highest - 1)
          + (place + 1..<digits.count).map { _ in digit }.joined())
    }
    if digits.count > 1 { forms.append("\(one(of: 1...9))\(digit){0,\(digits.count - 2)}") }
    if range.contains(0) { forms.append(one(of: 0...0)) }
    return "^\(blank)*[+＋]?(?=\(digit){1,9}(?!\(digit)))[0０]*(?:\(forms.joined(separator: "|")))"
      + "\(blank)*(?:\(alternatives(units)))?\(blank)*$"
  }

  /// A digit of either width within a range.
  private static func one(of range: ClosedRange<Int>) -> String {
    let wide = Array("０１２３４５６７８９")
    let (low, high) = (range.lowerBound, range.upperBound)
    return low == high ? "[\(low)\(wide[low])]" : "[\(low)-\(high)\(wide[low])-\(wide[high])]"
  }

  /// Any of these words, the longest first.
  private static func alternatives(_ words: [String]) -> String {
    words.sorted { ($1.count, $0) < ($0.count, $1) }.joined(separator: "|")
  }
  /// Nothing but blanks.
  static let nothing = "^\(blank)*$"
  /// A horizon: 1 to 100 years.
  static let horizon = "(?:[0０]*[1１][0０][0０]|(?=[0０]*[1-9１-９])[0０]*\(digit){1,2})(?:年後?)?"
  /// How many families come.
  static let families = whole(FamiliesReader.numbers, units: FamiliesReader.units)
  /// 0 to 1, or 0 % to 100 %.
  static let share =
    "^\(blank)*(?:[0０]*[.．]\(digit)+|[0０]+[.．]?|[0０]*[1１](?:[.．][0０]*)?"
    + "|(?:[0０]*\(digit){1,2}(?:[.．]\(digit)*)?|[.．]\(digit)+|[0０]*[1１][0０]{2}(?:[.．][0０]*)?)\(blank)*(?:[%％]|パーセント))\(blank)*$"

  /// 0 or more, of a share to 100, with at most two digits after the point.
  static func amount(units: [String], isShare: Bool) -> String {
    let whole =
      isShare ? "(?:\(digit){1,2}(?:[.．]\(digit){1,2})?|[1１][0０]{2})" : "\(digit){1,7}(?:[.．]\(digit){1,2})?"
    return "^\(blank)*\(whole)\(blank)*(?:\(alternatives(units)))?\(blank)*$"
  }

  /// A time of day.
  static let clock =
    "^\(blank)*(?:[01０１]?\(digit)|[2２][0-3０-３])(?:[:：]|時)(?:[0-5０-５]?\(digit)|半)?分?\(blank)*$"
  /// The address of a web page.
  static let address = "^\(blank)*(?:[hH][tT][tT][pP][sS]?://|$)"
  /// The name of a colour, or its value, or both.
  static let colour = "^[^#＃]*(?:[#＃](?:[0-9A-Fa-f０-９Ａ-Ｆａ-ｆ]){6}\(blank)*)?$"

  /// The name of a picture's file.
  static let picture = "\\.(?:[sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG])\(blank)*$"

  /// A day of the calendar, as far as a month's length can be left out.
  static let date =
    "^\(blank)*\(calendarYear)[-/.年−‐－／．　 ]?(?:[0０]?[1-9１-９]|[1１][0-2０-２])[-/.月−‐－／．　 ](?:[0０]?[1-9１-９]|[12１２]\(digit)|[3３][01０１])日?([(（].[)）])?\(blank)*$"

  /// The id of a house: signs that part ids, or stand for a gap, are not for it.
  static let houseID = "^(?!\(blank)*[_＿]\(blank)*$)[^./@,\\[\\]{}．／＠，［］｛｝\\n]*$"

  /// Words for a state as an entry of a list, in which ？ is a person.
  static let stateBesidePeople =
    "^\(blank)*(?:\(vacant)(?:$|\(blank)|[(（]?\(calendarYear))|\(words(for: .unknown).replacing("？", with: "(?!)"))\(blank)*$)"

  private static let vacant = words(for: .vacant)
  private static let unknown = words(for: .unknown).replacing("？", with: "[?？]")

  /// The words for a state, the longest first.
  private static func words(for state: Words.State) -> String {
    let words = Words.states.entries.filter { $0.value == state }.flatMap(\.words)
    return "(?:\(alternatives(words)))"
  }
  static let state =
    "^\(blank)*(?:\(vacant)\(blank)*(?:since +)?[(（]?(?:\(calendarYear))?(?:から|より|以来|頃|ごろ|[~〜])?[)）]?|\(unknown))\(blank)*$"

  /// What may stand for a house in one line: a point, a kind or a state, people, plans.
  ///
  /// - Parameters:
  ///   - kinds: The words for kinds of houses; none where only people, states and plans may stand.
  ///   - isPlaced: Whether it has a place of its own on the sheet; a unit has not.
  static func house(kinds: [String], isPlaced: Bool = true) -> String {
    let kind = kinds.sorted { $0.count > $1.count }.joined(separator: "|").replacing(
      "empty-lot", with: "empty[- ]lot")
    let orKind = kinds.isEmpty ? "" : "|(?:\(kind))(?:$|\(blank))"
    return
      "^\(noAgeBeyond)\(lead)*(?:[［【]\(blank)*)?"
      + (kinds.isEmpty
        ? ""
        : (isPlaced ? "(?:\(pointBody)(?:\(blank)|$)+)?" : "")
          + "(?:(?:\(kind))(?:\(blank)|$)*(?:\(digit){1,3}(?:部屋|室|戸)?)?\(blank)*)?")
      + "(?:$|\(vacant)(?:\(lead)*\(since))?\(lead)*(?:[］】]|$)"
      + "|\(vacant)(?:\(lead)+|\(lead)*\(since)[,、，]?\(blank)+)(?:\(dwellingPlanBody)\(orKind))"
      + "|\(unknown)\(blank)*$|\(person)|\(dwellingPlanBody))"
  }

  /// Since when a house has been vacant.
  private static let since = "(?:since +)?[(（]?\(calendarYear)(?!\(digit))(?:から|より|以来|頃|ごろ|[~〜])?[)）]?"
}
