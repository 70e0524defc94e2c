import Diagnostics
import Testing

/// A slip that somebody makes while typing, with where and as what it must be told.
struct Slip: Sendable, CustomTestStringConvertible {
  var name: String
  /// The file, ⟦⟧ around what the findings point at.
  var marked: String
  /// Codes and severities, in the order of the file.
  var expected: [Expected]
  /// A word that the hint in either language must hold.
  var hint: String?

  struct Expected: Sendable, Equatable {
    var severity: Severity
    var code: String
  }

  var testDescription: String { name }

  static func error(_ code: String) -> Expected { Expected(severity: .error, code: code) }
  static func warning(_ code: String) -> Expected { Expected(severity: .warning, code: code) }
  static func note(_ code: String) -> Expected { Expected(severity: .note, code: code) }

  /// A file that is whole but for what stands in `map`.
  static func inMap(_ name: String, _ map: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    let indented = map.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(
      separator: "\n")
    return Slip(
      name: name,
      marked: """
        tenken: 1
        title: t
        date: 2023-02-07
        maps:
          - id: A
            title: t
            actions: [a]
        \(indented)

        """, expected: expected, hint: hint)
  }

  /// A house b1 that holds `house`, at a point.
  static func inHouse(_ name: String, _ house: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    var slip = inMap(
      name,
      "houses:\n  b1: \(house)\nalong: [{road: r, side: north, houses: [b1]}]\nroads: [{id: r, points: [[0, 50], [180, 50]]}]"
    )
    slip.expected = expected
    slip.hint = hint
    return slip
  }

  /// What stands at the top of an otherwise whole file.
  static func atTop(_ name: String, _ top: String, _ expected: Expected..., hint: String? = nil) -> Slip {
    let maps = "maps: [{id: A, title: t, actions: [a], houses: {b1: '10,10 ○70', b2: '90,90 △70'}}]"
    var lines: [String] = []
    for line in ["tenken: 1", "title: t", "date: 2023-02-07", maps] {
      let key = line.prefix { $0 != ":" }
      let keys = top.filter { $0 != "⟦" && $0 != "⟧" && $0 != "\"" }.split(separator: "\n")
      if !keys.contains(where: { $0.hasPrefix(key + ":") }) { lines.append(line) }
    }
    return Slip(
      name: name, marked: lines.joined(separator: "\n") + "\n" + top + "\n", expected: expected, hint: hint)
  }

  static let all: [Slip] =
    keys + values + people + plans + places + whole + grammar
    + chances

  // MARK: - Keys

  static let keys: [Slip] = [
    atTop("an unknown key", "⟦tilte2⟧: x", error("unknown-key"), hint: "title"),
    inMap(
      "a misspelt key of a map", "⟦houes⟧: {b1: '10,10'}", error("unknown-key"),
      hint: "houses"),
    inMap(
      "a misspelt Japanese key", "houses: {b1: '10,10'}\n⟦気ずいたこと⟧: [x]", error("unknown-key"), hint: "気づいたこと"),
    inMap(
      "half of a Japanese key", "houses: {b1: '10,10'}\n⟦気づた⟧: [x]", error("unknown-key"), hint: "気づいたこと"),
    inMap(
      "the beginning of a Japanese key", "houses: {b1: '10,10'}\n⟦気づき⟧: [x]", error("unknown-key"),
      hint: "気づいたこと"),
    inMap(
      "a key nobody could mean", "houses: {b1: '10,10'}\n⟦xyzzy⟧: 1", error("unknown-key"), hint: "title"),
    atTop("a key twice", "title: t\n⟦title⟧: u", error("duplicate-key"), hint: "一つ"),
    atTop("a key in both languages", "title: t\n⟦題名⟧: u", error("duplicate-key")),
    atTop(
      "a key three times", "title: t\n⟦title⟧: u\n⟦title⟧: v", error("duplicate-key"), error("duplicate-key")),
    atTop("a key in quotes, twice", "\"title\": t\n⟦\"title\"⟧: u", error("duplicate-key")),
    inMap(
      "two slips around a key that is there twice", "houses: {b1: '10,10 ○⟦700⟧'}\n⟦houses⟧: {}\n⟦nosuch⟧: 1",
      error("bad-age"), error("duplicate-key"), error("unknown-key")),
    atTop("a list as a key", "⟦[a, b]⟧: 1", error("bad-key")),
    Slip(
      name: "no format",
      marked: "⟦title: t⟧\ndate: 2023-02-07\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("missing-key")], hint: "tenken"),
    atTop("an empty title", "⟦title⟧:", error("missing-value"), hint: "title"),
    atTop("a null title", "⟦title⟧: null", error("missing-value")),
    atTop("a format of the future", "tenken: ⟦2⟧", error("format-version"), hint: "1"),
    atTop("a title that is a list", "title: ⟦[a, b]⟧", error("wrong-type")),
    inMap("houses as a list", "houses: ⟦[b1, b2]⟧", error("wrong-type")),
  ]

  // MARK: - Values

  static let values: [Slip] = [
    atTop("a day that is not", "date: ⟦2023-02-30⟧", error("bad-date"), hint: nil),
    atTop("a month that is not", "date: ⟦2023-13-01⟧", error("bad-date")),
    atTop("no date at all", "date: ⟦春ごろ⟧", error("bad-date"), hint: "2023-02-07"),
    atTop(
      "no year at all", "maps: [{⟦id⟧: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\ndate:",
      error("missing-key"), hint: "2023"),
    atTop("a horizon of 0", "horizons: [10, ⟦0⟧]", error("bad-horizon"), hint: "0"),
    atTop("a horizon of 200", "何年後: [⟦200⟧]", error("bad-horizon")),
    atTop("a calendar year for a horizon", "horizons: [⟦2033⟧]", error("bad-horizon"), hint: "基準年"),
    atTop("a horizon twice", "horizons: [10, 20, ⟦10⟧]", warning("duplicate-horizon")),
    atTop("no horizon", "horizons: ⟦[]⟧", error("empty-list")),
    atTop("no maps", "⟦maps⟧: []", error("empty-list")),
    atTop("a language there is not", "language: ⟦fr⟧", error("unknown-word"), hint: "ja"),
    atTop("a rule that is no number", "rules: {deceased-at: ⟦never⟧}", error("bad-value")),
    atTop("a rule of 0", "rules: {deceased-at: ⟦0⟧}", error("bad-value"), hint: "off"),
    atTop("a switch that is none", "rules: {relet: ⟦maybe⟧}", error("unknown-word"), hint: "on, off"),
    inMap("a sheet of one number", "sheet: ⟦[180]⟧\nhouses: {b1: '10,10'}", error("bad-value")),
    inMap("a sheet of nothing", "sheet: ⟦[0, 120]⟧\nhouses: {b1: '10,10'}", error("bad-value")),
    inMap(
      "a kind of road there is not",
      "houses: {b1: '10,10'}\nroads: [{id: r, kind: ⟦stret⟧, points: [[0, 1], [9, 9]]}]",
      error("unknown-word"), hint: "street"),
    inMap(
      "a landmark there is not", "houses: {b1: '10,10'}\nlandmarks: [{kind: ⟦公眠館⟧, at: [1, 1]}]",
      error("unknown-word"), hint: "公民館"),
    inMap("a point of three numbers", "houses: {b1: {at: ⟦[1, 2, 3]⟧}}", error("bad-value")),
    inMap(
      "an id with a point in it", "houses: {⟦b.1⟧: '10,10'}", error("bad-id"),
      hint: "b1"),
    inMap("an id like one who moves in", "houses: {⟦b@2030⟧: '10,10'}", error("bad-id"), hint: "b1"),
    inMap(
      "a unit like one who moves in", "houses: {c1: {at: [9, 9], units: {⟦1@2030⟧: ？}}}", error("bad-id")),
    inMap(
      "a house that is called like a unit",
      "houses:\n  c1: {at: [9, 9], units: {101: ？}}\n  ⟦c1-101⟧: '90,90'",
      error("duplicate-id"), hint: "名前"),
    inMap("a gap for an id", "houses: {⟦_⟧: '10,10'}", error("bad-id")),
    atTop(
      "a map's id with a slash", "maps: [{id: ⟦A/B⟧, title: t, actions: [a], houses: {b1: '1,1'}}]",
      error("bad-id")),
    atTop(
      "two maps of one id",
      "maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1'}}, {id: ⟦Ａ⟧, title: t, actions: [a], houses: {b1: '1,1'}}]",
      error("duplicate-id"), hint: "名前"),
    inMap("two houses of one id", "houses:\n  b1: '10,10'\n  ⟦ｂ１⟧: '90,90'", error("duplicate-id")),
    inMap("two houses of the very same id", "houses:\n  b1: '10,10'\n  ⟦b1⟧: '90,90'", error("duplicate-id")),
    inMap(
      "two units of one number", "houses:\n  c1: {at: [9, 9], units: {101: ？, ⟦１０１⟧: ？}}",
      error("duplicate-id")),
    inMap("too many units", "houses:\n  c1: {at: [9, 9], units: ⟦900⟧}", error("bad-value")),
  ]

  // MARK: - People

  static let people: [Slip] = [
    inHouse("an age of 700", "[○⟦700⟧ 農業, △75]", error("bad-age"), hint: "70"),
    inHouse("an age of 700 in quotes", "[\"○78\", \"△⟦700⟧ 農業\"]", error("bad-age")),
    inHouse("an age of 700, spelled out", "[{sex: male, age: ⟦700⟧}]", error("bad-age")),
    inHouse("an age in old numerals", "[{sex: male, age: ⟦七拾⟧}]", error("bad-age"), hint: "72"),
    inHouse("about 70", "[○⟦70前後⟧ 農業]", error("bad-age"), hint: "68-72"),
    inHouse("an age with a fraction", "[○⟦72.5⟧]", error("bad-age"), hint: "72"),
    inHouse("over the eighties", "[○⟦80代以上⟧]", error("bad-age"), hint: "80-99"),
    inHouse("two ages", "[○72 ⟦70代⟧]", error("stray-number"), hint: "一つだけ"),
    inHouse("a couple", "⟦夫婦⟧", error("missing-sign"), hint: "○ △"),
    inHouse("a couple of an age", "[⟦夫婦⟧ 70代, ○40代]", error("missing-sign"), hint: "○70代 △70代"),
    inHouse("the sex behind the age", "[⟦72男⟧, △70]", error("missing-sign"), hint: "○72"),
    inHouse("the relation before the age", "[○72, ⟦妻70⟧]", error("missing-sign"), hint: "△70"),
    inHouse("the letter O", "[⟦O72⟧ 農業]", error("missing-sign"), hint: "○72"),
    inHouse("a family's name in front", "⟦田中⟧ ○72 △70", error("unknown-word"), hint: "{名前: 田中, 人: [○72"),
    inHouse("a word that is no house", "⟦農家⟧", error("unknown-word"), hint: "空き地"),
    inHouse("vacant for ten years", "空き家 ⟦10年前⟧", error("unknown-word"), hint: "空き家 2019"),
    inHouse(
      "where somebody is, as an occupation", "[○84 ⟦入院中⟧]", warning("doubtful-occupation"), hint: "他出 入院中"),
    inHouse(
      "what will happen, without its year", "[○19 ⟦来年出る⟧]", warning("doubtful-occupation"), hint: "2026出"),
    inHouse(
      "when they come back, as a place", "[○45 他出 ⟦定年後に戻る⟧]", warning("doubtful-occupation"), hint: "2035戻"),
    inHouse("somebody who has passed away", "[○72 ⟦亡⟧, △70]", warning("doubtful-occupation"), hint: "消して"),
    inHouse(
      "a year within an occupation", "[○19 学生 ⟦(2026卒業)⟧]", warning("doubtful-occupation"), hint: "2026出"),
    inHouse("an age below 0", "[△⟦-5⟧]", error("bad-age")),
    inHouse("a year that an era did not have", "[○⟦昭和70年生⟧ 農業]", error("bad-age"), hint: "64年"),
    inHouse("not yet 20", "[○⟦20未満⟧]", error("bad-age"), hint: "0-19"),
    inHouse("at most 80", "[○⟦80以下⟧]", error("bad-age"), hint: "71-80"),
    inHouse("a vacant house among people", "[○72 ⟦■⟧]", warning("doubtful-occupation"), hint: "空き家"),
    inHouse("a band there is not", "[○⟦75代⟧ 農業]", error("bad-age"), hint: "10"),
    inHouse("a range the wrong way round", "[○⟦69-65⟧]", error("bad-age"), hint: "65-69"),
    inHouse("a year of birth as an age", "[○⟦1951⟧ 農業]", error("bad-age"), hint: "1951"),
    inHouse("over 85", "[○⟦85歳以上⟧]", error("bad-age"), hint: "70"),
    inHouse("no sign", "[○78, ⟦75⟧ 農業]", error("missing-sign"), hint: "○75"),
    inHouse("no sign in a line", "⟦78⟧ 農業", error("missing-sign"), hint: "○78"),
    inHouse("a year that says nothing", "[○19 学生 ⟦2026⟧]", error("stray-number"), hint: "2026"),
    inHouse(
      "born after the base year", "[○45, {sex: female, born: ⟦2030⟧}]", error("born-later")),
    inHouse("born in 1850", "[○⟦1850年生⟧]", error("bad-age")),
    inHouse(
      "age and year of birth", "[{sex: male, age: 45, ⟦born⟧: 1978}]", error("keys-exclude-each-other")),
    inHouse(
      "a child older than the parent", "[○40, △38, ○⟦60⟧ 長男]", warning("child-older-than-parent"), hint: "順番"),
    inHouse(
      "a child close in age", "[○40, △38, {sex: male, age: ⟦30⟧, relation: child}]",
      warning("child-close-in-age")),
    inHouse("somebody out of order", "[○40, △38, ○⟦45⟧]", warning("child-older-than-parent")),
    inHouse("somebody nobody can place", "[○40, △38, ⟦○ 会社員⟧]", note("unclear-relation"), hint: "同居"),
    inHouse("a relation there is not", "[{sex: male, relation: ⟦uncel⟧}]", error("unknown-word")),
    inHouse("people in a vacant house", "[○40, ⟦空き家⟧]", error("keys-exclude-each-other"), hint: "どちらか"),
    inHouse("people on an empty lot", "[⟦空き地⟧, ○50]", error("keys-exclude-each-other"), hint: "新築"),
    inHouse(
      "people on an empty lot, spelled out", "{kind: ⟦empty-lot⟧, people: [○50]}",
      error("keys-exclude-each-other")),
    inHouse("a vacant empty lot", "{kind: ⟦empty-lot⟧, state: vacant}", error("keys-exclude-each-other")),
    inHouse("a block without units", "{kind: apartment, ⟦units⟧: {}}", note("no-units"), hint: "12"),
    inHouse(
      "somebody lives in a house to be built after it was taken down", "[○50, 2032解体, ⟦2025新築⟧]",
      warning("contradicting-plans")),
    inHouse("plans at ages", "[○50 80歳施設, ○25 他出 35歳戻, ○16 18歳で出る]"),
    inHouse("a house's plan at an age", "[○50, ⟦60歳解体⟧]", error("bad-year"), hint: "2030解体"),
    inHouse("an age that is about right", "○⟦約70⟧ 農業", error("bad-age"), hint: "68-72"),
    inHouse("a vacant house with people", "⟦空き家⟧ ○40 △38", error("keys-exclude-each-other")),
    inHouse("a shop among people", "{people: ⟦店⟧}", error("unknown-word"), hint: "種類: 店"),
    inHouse("an empty entry", "[○40, ⟦''⟧]", error("missing-value"), hint: "？"),
    inHouse("people and a state", "{people: [○40], ⟦state⟧: vacant}", error("keys-exclude-each-other")),
    inHouse("a word for a house there is not", "⟦空き屋⟧", error("unknown-word"), hint: "空き家"),
    inHouse("a person's key in a house", "{⟦sex⟧: male}", error("unknown-key")),
  ]

  // MARK: - What will happen

  static let plans: [Slip] = [
    inHouse("a plan before the base year", "[○48, ○19 ⟦2019出⟧]", error("plan-in-the-past"), hint: "他出"),
    inHouse("a plan for after they are no longer counted", "[○80 ⟦2040施設⟧]", note("plan-not-reached")),
    inHouse("a return in the year in which they turn 85", "[○50, ○75 他出 ⟦2033戻⟧]", note("plan-not-reached")),
    inHouse("a plan after the last map", "[○48, ○19 ⟦2099出⟧]", note("plan-beyond-horizons")),
    inHouse("a year of two digits", "[○48, ○19 ⟦26⟧出]", error("bad-year"), hint: "2026"),
    inHouse("a year of the far future", "[○48, ○19 ⟦3026⟧出]", error("bad-year"), hint: "2030"),
    inHouse("a verb before a year that is none", "[○48, ○19 戻⟦203⟧]", error("bad-year"), hint: "2026"),
    inHouse("a year without end", "[○48, ○19 ⟦99999999999999999999⟧出]", error("bad-year"), hint: "2026"),
    inHouse("a plan without a year", "[○48, ○19 学生 ⟦leaves⟧]", error("bad-year"), hint: "2026"),
    inHouse("a word for no plan", "[○48, ○19 2026⟦進学⟧]", error("unknown-word"), hint: "2026出"),
    inHouse("a plan at an age that nobody has", "[○50, ○25 他出 ⟦135歳戻⟧]", error("bad-age")),
    inHouse(
      "a plan at an age of somebody of unknown age", "[○50, △48, ○ 他出 ⟦35歳戻⟧ 子]", error("unknown-age"),
      hint: "2035戻"),
    inHouse(
      "a plan at an age that is reached", "[○60, ○35 他出 ⟦35歳戻⟧]", error("plan-in-the-past"), hint: "2035戻"),
    inHouse(
      "a plan at an age that may be reached", "[○60, ○30代 他出 ⟦35歳戻⟧]", note("plan-in-the-past"),
      hint: "年齢か年"),
    inHouse("a plan at an age after the last map", "[○50, ○12 ⟦85歳施設⟧]", note("plan-beyond-horizons")),
    inHouse(
      "returns at an age without leaving", "[○60, ○36 ⟦50歳戻⟧]", warning("returns-without-leaving"), hint: "他出"
    ),
    inHouse("leaves at an age, returns at another, brings a partner", "[○50, ○12 18歳出 35歳戻 36歳婚]"),
    inHouse(
      "a family's child of whom an age is said that it has when it comes",
      "[空き家, 2030入居 ○35 △33 ○3 ⟦3歳出⟧]", error("plan-in-the-past")),
    inHouse("stays and leaves", "[○48, ○19 残 ⟦2026出⟧]", warning("contradicting-plans")),
    inHouse("leaves and stays", "[○48, ○19 2026出 ⟦残⟧]", warning("contradicting-plans")),
    inHouse("away and stays", "[○48, ○19 他出 大阪 ⟦残⟧]", warning("contradicting-plans"), hint: "2035"),
    inHouse("leaves twice", "[○48, ○19 2026出 ⟦2030出⟧]", warning("contradicting-plans")),
    inHouse("a child who grows up, leaves by the rule and returns", "[○48, ○15 2035戻]"),
    inHouse("a care home, and back", "[○60 2030施設 2035戻]"),
    inHouse("returns without leaving", "[○48, △45 ⟦2035戻⟧]", warning("returns-without-leaving"), hint: "他出"),
    inHouse(
      "moves in after demolition", "[○81, 2030解体, ⟦2032入居⟧ ○35]", warning("contradicting-plans"), hint: "2032"
    ),
    inHouse("a house's plan for a person", "[{sex: male, plans: ⟦2030解体⟧}]", error("unknown-word")),
    inHouse("vacant since the future", "空き家 ⟦2030⟧", error("bad-year"), hint: "2030"),
    inHouse(
      "moves in, but who lives there now?", "[⟦2030入居⟧ ○35 △33]", note("moves-into-unknown"), hint: "空き家"),
    atTop(
      "a scenario in which somebody away stays",
      "maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○70 ○40 他出'}}]\nscenarios: {s: {people: {b1.2: ⟦残⟧}}}",
      warning("contradicting-plans"), hint: "2035"),
    atTop(
      "a scenario in which somebody who returns stays then",
      "maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○70 ○40 他出 2030戻'}}]\nscenarios: {s: {people: {b1.2: 残}}}"
    ),
    atTop(
      "a scenario for nobody", "scenarios: {s: {people: {⟦b1.7⟧: 2035出}}}", error("unknown-person"),
      hint: "b1.1"),
    atTop(
      "a scenario for no house", "scenarios: {s: {houses: {⟦b9⟧: 2035解体}}}", error("unknown-house"),
      hint: "b1"),
    atTop(
      "a scenario for several people, of whom one is not there",
      "scenarios: {s: {people: {b1.1 ⟦b1.7⟧、b2.1: 2035出}}}", error("unknown-person"), hint: "b1.1"),
    atTop(
      "a scenario that speaks of somebody twice",
      "scenarios: {s: {people: {b1.1: 2035出, b2.1・⟦b1.1⟧: 2036出}}}",
      error("duplicate-key")),
    atTop(
      "a comma between several people in braces", "scenarios: {s: {people: {⟦b1.1⟧, b2.1: 2035出}}}",
      warning("empty-scenario"), hint: "b1.3 b2.3"),
    atTop("a scenario for several houses", "scenarios: {s: {houses: {b1 b2: 2030解体}}}"),
    atTop(
      "a scenario at an age that is reached", "scenarios: {s: {people: {b1.1 b2.1: ⟦60歳施設⟧}}}",
      error("plan-in-the-past"), error("plan-in-the-past")),
    atTop(
      "everybody away, some of whom it cannot be said of",
      """
      maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○70 △68 ○40 他出 ○ 他出 子 ○30 他出 ○20 他出'}}]
      scenarios: {s: {people: {b1.6: 2030戻}, each-away: ⟦35歳戻⟧}}
      """, warning("unknown-age"), warning("plan-in-the-past"), hint: "b1.4"),
    atTop(
      "families by year", "scenarios: {s: {families: {2030: [○35 △33 ○3, ○40 △38], 2035: 2, each: ○30 △29}}}"),
    atTop(
      "families nobody knows", "scenarios: {s: {families: {2030: ⟦2⟧}}}", note("family-without-people"),
      hint: "each"),
    atTop(
      "families of one", "scenarios: {s: {families: {2030: ⟦[○35, △33, ○3]⟧}}}", warning("family-of-one"),
      hint: "○35 △33 ○3"),
    atTop(
      "families of which map",
      "maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○70'}}, {id: B, title: t, actions: [a], houses: {b1: '1,1 ○70'}}]\nscenarios: {s: {families: {⟦2030⟧: ○30}}}",
      error("ambiguous-reference"), hint: "A: {2030: 2}"),
    atTop("families of no year", "scenarios: {s: {families: {⟦soon⟧: 2}}}", error("bad-year"), hint: "2030"),
    atTop(
      "families before the base year", "scenarios: {s: {families: {⟦2020⟧: ○30 △29}}}",
      error("plan-in-the-past")),
    atTop("no families", "scenarios: {s: {families: {2030: ⟦0⟧}}}", error("bad-value"), hint: "2030: 2"),
    atTop("families in a list", "scenarios: {s: {families: ⟦[2030]⟧}}", error("wrong-type")),
    atTop("a measure of nothing", "measures: {⟦m⟧: }", warning("empty-measure")),
    atTop(
      "a measure for nobody", "measures: {m: {people: {⟦b1.7⟧: 2035出}}}", error("unknown-person"),
      hint: "b1.1"),
    atTop(
      "a measure that builds in each vacant house", "measures: {m: {each-vacant: ⟦2035解体⟧}}",
      error("bad-value"),
      hint: "moves-in"),
    atTop(
      "a measure with a wrong key", "measures: {m: {⟦each-vacnt⟧: 2030入居}}", error("unknown-key"),
      hint: "each-vacant"),
    inMap(
      "a target of no figure", "targets: {⟦livedin⟧: 3}\nhouses: {b1: '1,1 ○70'}", error("unknown-key"),
      hint: "lived-in"),
    inMap(
      "a target that is no number", "targets: {lived-in: ⟦many⟧}\nhouses: {b1: '1,1 ○70'}",
      error("bad-value"), hint: "0"),
    inMap(
      "a share above the whole", "targets: {vacancy-rate: ⟦130%⟧}\nhouses: {b1: '1,1 ○70'}",
      error("bad-value")),
    atTop("a scenario of nothing", "scenarios: {⟦s⟧: }", warning("empty-scenario")),
    atTop(
      "a scenario for one of two",
      """
      maps: [{id: A, title: t, actions: [a], houses: {b1: '1,1 ○70'}}, {id: B, title: t, actions: [a], houses: {b1: '1,1 ○70'}}]
      scenarios: {s: {people: {⟦b1.1⟧: 2035出}}}
      """, error("ambiguous-reference"), hint: "A/b1.1"),
    atTop(
      "a scenario before the base year", "scenarios: {s: {houses: {b1: ⟦2019解体⟧}}}", error("plan-in-the-past")
    ),
  ]

  // MARK: - Where things are

  static let places: [Slip] = [
    inMap("off the sheet", "houses: {b1: '⟦300,10⟧'}", error("off-the-sheet"), hint: "sheet"),
    inMap(
      "a landmark off the sheet", "houses: {b1: '10,10'}\nlandmarks: [{kind: temple, at: ⟦[10, 200]⟧}]",
      error("off-the-sheet")),
    inMap(
      "a road far off the sheet", "houses: {b1: '10,10'}\nroads: [{id: r, points: [[0, 1], ⟦[1800, 1]⟧]}]",
      warning("off-the-sheet")),
    inMap(
      "on top of each other", "houses: {b1: {at: [10, 10]}, b2: {at: ⟦[11, 10]⟧}}",
      warning("on-top-of-each-other")),
    inMap(
      "a road that is not",
      "houses: {b1: ？}\nroads: [{id: 県道, points: [[0, 1], [9, 9]]}]\nalong: [{road: ⟦県堂⟧, side: north, houses: [b1]}]",
      error("unknown-road"), hint: "県道"),
    inMap(
      "a road, but none is there", "houses: {b1: '1,1'}\nalong: [{road: ⟦県道⟧, side: north, houses: []}]",
      error("unknown-road")),
    inMap(
      "a house that is not",
      "houses: {b12: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [⟦b13⟧]}]",
      error("unknown-house"), hint: "b12"),
    inMap(
      "a house that is not, in one line",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: '0,1 9,9'}]\nalong: [{road: r, side: north, houses: _ ⟦c7⟧ _}]",
      error("unknown-house")),
    inMap(
      "a side that is not",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: ⟦上⟧, houses: []}]",
      error("unknown-word"), hint: "北"),
    inMap(
      "from the wrong end",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, from: ⟦south⟧, houses: []}]",
      error("bad-value")),
    inMap(
      "a road of one point", "houses: {b1: '1,1'}\nroads: [{id: r, points: ⟦[[0, 1]]⟧}]",
      error("too-few-points"), hint: "[[0, 60]"),
    inMap(
      "two roads of one id",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}, ⟦{id: r, points: [[0, 1], [9, 9]]}⟧]",
      error("duplicate-id")),
    inMap(
      "in two rows",
      "houses: {b1: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong:\n  - {road: r, side: north, houses: [b1]}\n  - {road: r, side: south, houses: [⟦b1⟧]}",
      warning("in-two-rows")),
    inMap(
      "in a row and at a point",
      "houses: {b1: '1,1'}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [⟦b1⟧]}]",
      note("point-and-row")),
    inMap(
      "a row with Japanese commas",
      "houses: {b1: ？, b2: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong: [{road: r, side: north, houses: [b1、b2，⟦b9⟧]}]",
      error("unknown-house")),
    inMap("nowhere", "houses: {⟦b1⟧: ？}", note("nowhere-placed"), hint: "沿い"),
    inMap(
      "two rows on one side",
      "houses: {b1: ？, b2: ？}\nroads: [{id: r, points: [[0, 1], [9, 9]]}]\nalong:\n  - {road: r, side: north, houses: [b1]}\n  - {⟦road⟧: r, side: north, houses: [b2]}",
      warning("rows-overlap"), hint: "_"),
    inMap(
      "units of a shop", "houses: {c1: {kind: shop, at: [1, 1], ⟦units⟧: 3}}", error("units-elsewhere"),
      hint: "apartment"),
    inMap(
      "people beside units", "houses: {c1: {at: [1, 1], units: 3, ⟦people⟧: [○3]}}",
      error("keys-exclude-each-other")),
    inMap(
      "a family that moves into a block", "houses: {c1: {at: [1, 1], units: 3, plans: [⟦2030入居⟧ ○3]}}",
      error("keys-exclude-each-other")),
    inMap(
      "an apartment block without units", "houses: {⟦c1⟧: {kind: apartment, at: [1, 1]}}", note("no-units"),
      hint: "12"),
  ]

  // MARK: - The map as a whole

  static let whole: [Slip] = [
    atTop("no houses", "maps: [{id: ⟦A⟧, title: t, actions: [a]}]", warning("no-houses"), hint: "b1"),
    atTop(
      "no actions", "maps: [{id: ⟦A⟧, title: t, houses: {b1: '1,1'}}]", warning("no-actions"),
      hint: "取り組むといいこと"),
    atTop(
      "no actions written yet", "maps: [{id: A, title: t, houses: {b1: '1,1'}, ⟦actions⟧: }]",
      warning("no-actions")),
  ]

  // MARK: - Grammar

  static let grammar: [Slip] = [
    Slip(
      name: "all colons full-width",
      marked:
        "⟦tenken：1⟧\n⟦title：t⟧\n⟦date：2023-01-01⟧\n⟦maps：⟧\n  - ⟦id：A⟧\n    ⟦title：t⟧\n    ⟦actions：x⟧\n    ⟦houses：⟧\n      ⟦b1：9,9 ○70⟧\n",
      expected: Array(repeating: error("missing-colon"), count: 9), hint: "半角"),
    Slip(
      name: "a road that cannot be read is no unknown one",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps:\n  - id: A\n    title: t\n    actions: [a]\n    roads:\n      - {id: 道, points: [⟦0 60⟧, [9, 9]]}\n      - ⟦小道⟧\n    along:\n      - {road: 道, side: 北, houses: [b1]}\n      - {road: 小道, side: 北, houses: [b2]}\n    houses: {b1: ？, b2: ？}\n",
      expected: [error("bad-value"), error("wrong-type")], hint: "30, 90"),
    Slip(
      name: "tabs", marked: "tenken: 1\ntitle: t\nmaps:\n⟦\t⟧- id: A\n⟦\t\t⟧title: t\n",
      expected: [error("tab"), error("tab")], hint: "二つ"),
    Slip(
      name: "what else is wrong in a file with tabs",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nhorizons: [⟦0⟧]\nmaps:\n- id: A\n  title: t\n  houses:\n⟦\t\t\t⟧b1: {at: [9, 9], people: [○⟦700⟧]}\n  actions: [a]\n",
      expected: [error("bad-horizon"), error("tab"), error("bad-age")], hint: "二つ"),
    Slip(
      name: "wide spaces",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\nrules:\n⟦　⟧relet: on\n",
      expected: [error("wide-space-indent")], hint: "半角"),
    Slip(
      name: "an open quote",
      marked:
        "tenken: 1\ntitle: ⟦\"t⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unclosed-quote")], hint: "引用符"),
    Slip(
      name: "an open bracket",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: ⟦[⟧{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}\nrules: {relet: on}\n",
      expected: [error("unclosed-bracket")], hint: "4"),
    Slip(
      name: "a comma forgotten",
      marked:
        "tenken: 1\ntitle: t\nrules: {relet: \"on\" ⟦d⟧eceased-at: 85}\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unclosed-bracket")],
      hint: ","),
    Slip(
      name: "a wide colon",
      marked:
        "tenken: 1\n⟦title：農村⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("missing-colon")],
      hint: "全角"),
    Slip(
      name: "a colon in the text",
      marked:
        "tenken: 1\ntitle: 農村⟦:⟧ 山あい\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unexpected-colon")], hint: "\"…\""),
    Slip(
      name: "a dash behind a key",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: ⟦-⟧ id: A\n    title: t\n    actions: [a]\n    houses: {b1: '1,1'}\n",
      expected: [error("indentation")],
      hint: "- "),
    Slip(
      name: "a key out of line",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps:\n  - id: A\n   ⟦title: t⟧\n    actions: [a]\n    houses: {b1: '1,1'}\n",
      expected: [error("indentation")], hint: "空白"),
    inMap(
      "an entry without a blank behind its dash",
      "houses: {b1: '10,10'}\nfindings:\n  ⟦-⟧空き家が増える\n  - 跡継ぎがいない", error("indentation"), hint: "空白"),
    inMap(
      "an entry behind a full-width dash", "houses: {b1: '10,10'}\nfindings:\n  ⟦－⟧空き家が増える\n  - 跡継ぎがいない",
      error("indentation"), hint: "半角"),
    inMap(
      "an entry indented more than the one above",
      "houses: {b1: '10,10'}\nfindings:\n  - 空き家が増える\n   ⟦- 跡継ぎがいない⟧",
      error("indentation"), hint: "空白"),
    inMap(
      "one entry behind a key, without a blank", "houses: {b1: '10,10'}\nfindings: ⟦-⟧空き家が増える",
      error("indentation"),
      hint: "空白"),
    inMap("a dash within a text", "houses: {b1: '10,10'}\nfindings: [冬 - 雪で道が細い, -5度になる]"),
    Slip(
      name: "an at sign",
      marked:
        "tenken: 1\ntitle: ⟦@⟧home\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("reserved-character")],
      hint: "\"…\""),
    Slip(
      name: "a star before a word",
      marked:
        "tenken: 1\ntitle: ⟦*重要⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unknown-alias")],
      hint: "\"…\""),
    Slip(
      name: "a reference to nothing",
      marked:
        "tenken: 1\ntitle: ⟦*abc⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("unknown-alias")], hint: "\"…\""),
    Slip(
      name: "an exclamation mark before a word",
      marked:
        "tenken: 1\ntitle: ⟦!注意 x⟧\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("tag")], hint: "\"…\""),
    Slip(
      name: "a local tag",
      marked:
        "tenken: 1\ntitle: ⟦!abc⟧ x\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n",
      expected: [error("tag")], hint: "\"!abc\""),
    Slip(
      name: "a backslash in quotes",
      marked:
        "tenken: 1\ntitle: \"C:\\⟦\\x⟧\"\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n"
        .replacing("\\⟦\\x⟧", with: "⟦\\q⟧"),
      expected: [error("syntax")], hint: "\\\\"),
    Slip(
      name: "two documents",
      marked:
        "tenken: 1\ntitle: t\ndate: 2023-01-01\nmaps: [{id: A, title: t, houses: {b1: '1,1'}, actions: [a]}]\n---\n⟦⟧tenken: 1\n",
      expected: [error("several-documents")], hint: "---"),
    Slip(
      name: "far too deep", marked: "tenken: " + String(repeating: "[", count: 3000) + "\n",
      expected: [error("too-deep")]),
    Slip(
      name: "nothing but remarks", marked: "# nothing\n\n", expected: [error("empty-file")],
      hint: "tenken new"),
    Slip(
      name: "a table of a spreadsheet", marked: "⟦name,people⟧\n赤目,5\n", expected: [error("wrong-type")],
      hint: "tenken new"),
    Slip(name: "nothing", marked: "", expected: [error("empty-file")], hint: "tenken new"),
  ]
}
