/// Slips about who lives where, and what will happen to them.
extension Slip {
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
    inHouse("a year of birth in two digits", "[○⟦51年生⟧ 農業]", error("bad-age"), hint: "昭和51年生"),
    inHouse("a year that no era had, in two digits", "[○⟦72年⟧]", error("bad-age"), hint: "「1972年生」、"),
    inHouse("a day of birth in two digits", "[○⟦51年3月5日生⟧]", error("bad-age"), hint: "`b1951`"),
    inHouse("a year of school behind the sign", "[○⟦5年生⟧]", error("bad-age"), hint: "○11 5年生"),
    inHouse("an age, and a year of two digits", "[○72 ⟦72年生⟧]", error("stray-number"), hint: "一つだけ"),
    inHouse("years of school, and a pension", "[○43, △41, △15 中学3年生, ○10 5年生, △72年金暮らし]"),
    inHouse("the letter o for a nought", "[○⟦7o⟧ 農業]", error("bad-age"), hint: "`70`"),
    inHouse("the letter l for a one", "[○⟦l2⟧]", error("bad-age"), hint: "`12`"),
    inHouse("the letter I for a one, spelled out", "[{age: ⟦I2⟧}]", error("bad-age"), hint: "`12`"),
    inHouse("an age from one to another", "[○60から70, △60歳から65歳]"),
    inHouse("a range without an end", "[○⟦70⟧- 農業]", warning("bad-age"), hint: "70-79"),
    inHouse("from an age on", "[○⟦70代⟧から]", warning("bad-age"), hint: "70-89"),
    inHouse("who will not leave", "[○19 ⟦出ない⟧]", warning("doubtful-occupation"), hint: "残"),
    inHouse("who will not stay", "[○72 ⟦残らない⟧]", warning("doubtful-occupation"), hint: "2035出"),
    inHouse("who will not return", "[○19 他出 大阪 ⟦戻らない⟧]", warning("doubtful-occupation"), hint: "消して"),
    inHouse("a vacant house as an occupation", "[○80 ⟦空き家⟧]", warning("doubtful-occupation"), hint: "id"),
    inHouse("occupations that sound like houses", "[○80 空き家管理, △70 店]"),
    inHouse("a man as a wife", "[○72, ○70 ⟦妻⟧]", warning("contradicting-relation"), hint: "配偶者"),
    inHouse("a woman as an eldest son", "[○72, △40 ⟦長男⟧]", warning("contradicting-relation")),
    inHouse("a man as a daughter, in English", "[○72, ○40 ⟦daughter⟧]", warning("contradicting-relation")),
    inHouse(
      "a man as a mother, spelled out", "[○40, {sex: male, age: 72, relation: ⟦母⟧}]",
      warning("contradicting-relation")),
    inHouse(
      "two relations", "[○72, △38 長女 ⟦嫁⟧]", warning("contradicting-relation"), hint: "一つだけ"),
    inHouse(
      "relations that fit", "[○72, ○70 パートナー, △70 partner, ○38 婿, △9 granddaughter, △74 姉 同居, ？66 妹]"),
    inHouse(
      "an age that cannot be read, and who depends on it", "[○⟦700⟧ 35歳戻, ○⟦80代以上⟧, △50]", error("bad-age"),
      error("bad-age")),
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
      "age and year of birth, neither readable", "[{sex: male, age: ⟦abc⟧, ⟦born⟧: ⟦xyz⟧}]", error("bad-age"),
      error("keys-exclude-each-other"), error("bad-year")),
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
    inHouse("a family's child who has grown up when it returns", "[空き家, 2030入居 ○35 △33 ○3 2050戻]"),
    inHouse(
      "a family's child who returns while still small", "[空き家, 2040入居 ○35 △33 ○3 ⟦2045戻⟧]",
      warning("returns-without-leaving"), hint: "他出"),
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
      "several families of whom one slip is told once",
      "scenarios: {s: {families: {2030: 3, each: ○35 △33 ○3 ⟦2020出⟧}}}", error("plan-in-the-past")),
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
}
