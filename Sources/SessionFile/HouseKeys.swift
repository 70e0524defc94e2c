import Diagnostics

enum HouseKey: String, FormatKey {
  case name, kind, at, people, state, units, rented, plans, note

  var japanese: [String] {
    switch self {
    case .name: ["名前"]
    case .kind: ["種類"]
    case .at: ["位置"]
    case .people: ["人", "住む人"]
    case .state: ["状態"]
    case .units: ["部屋"]
    case .rented: ["賃貸"]
    case .plans: ["予定"]
    case .note: ["メモ"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .name: Phrase(ja: "家の名前。テーブル用の地図にだけ出ます", en: "Its name; on the table's maps only")
    case .kind: Phrase(ja: "種類。戸建て、集合住宅、店、施設、空き地", en: "detached, apartment, shop, facility or empty-lot")
    case .at: Phrase(ja: "紙の上の [x, y]。沿いより優先", en: "[x, y] on the sheet; it beats along")
    case .people: Phrase(ja: "住む人。夫婦、子、親の順", en: "Who lives there: the couple, their children, then parents")
    case .state: Phrase(ja: "空き家、空き家 2019、？", en: "vacant, vacant 2019 or unknown")
    case .units: Phrase(ja: "部屋ごとに住む人。または部屋の数", en: "Who lives behind each door, or the number of units")
    case .rented: Phrase(ja: "賃貸かどうか", en: "Whether it is let")
    case .plans: Phrase(ja: "家がこれからどうなるか", en: "What will happen to the house")
    case .note: Phrase(ja: "メモ。印刷されません", en: "For the table only, never printed")
    }
  }

  var shape: Shape {
    switch self {
    case .name: .text
    case .kind: .words(Words.houseKinds.words)
    case .at: .point
    case .people: .reference("people")
    case .state: .pattern(SchemaPattern.state)
    case .units: .units
    case .rented: .onOff
    case .plans: .oneOrMore(of: .reference("dwellingPlan"))
    case .note: .lines
    }
  }
}

/// A dwelling behind one door of an apartment block.
enum UnitKey: String, FormatKey {
  case name, people, state, rented, plans, note

  var house: HouseKey { HouseKey(rawValue: rawValue) ?? .people }
  var japanese: [String] { house.japanese }
  var meaning: Phrase { house.meaning }
  var shape: Shape { house.shape }
}

/// `{moves-in: 2030, people: [...]}`.
enum DwellingPlanKey: String, FormatKey {
  case movesIn = "moves-in"
  case people, built, demolished

  var japanese: [String] {
    switch self {
    case .movesIn: ["入居"]
    case .people: ["人", "住む人"]
    case .built: ["新築"]
    case .demolished: ["解体"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .movesIn: Phrase(ja: "家族が入居する年", en: "The year in which a family moves in")
    case .people: Phrase(ja: "入居する人。年齢はその年のもの", en: "Who moves in; ages are those of that year")
    case .built: Phrase(ja: "家が建つ年", en: "The year in which the house is built")
    case .demolished: Phrase(ja: "家が取り壊される年", en: "The year in which the house is demolished")
    }
  }

  var shape: Shape {
    switch self {
    case .movesIn, .built, .demolished: .year
    case .people: .oneOrMore(of: .reference("resident"))
    }
  }
}

enum ResidentKey: String, FormatKey {
  case sex, age, born, band, occupation, relation, name, away, plans, note

  var japanese: [String] {
    switch self {
    case .sex: ["性別"]
    case .age: ["年齢"]
    case .born: ["生年"]
    case .band: ["年代"]
    case .occupation: ["職業"]
    case .relation: ["続柄"]
    case .name: ["名前"]
    case .away: ["他出"]
    case .plans: ["予定"]
    case .note: ["メモ"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .sex: Phrase(ja: "性別。男、女、不明", en: "male, female or unknown")
    case .age: Phrase(ja: "年齢", en: "Age in years")
    case .born: Phrase(ja: "生まれた年", en: "Year of birth")
    case .band: Phrase(ja: "年代。70代、70代前半、65-69", en: "70s, early 70s, 65-69")
    case .occupation: Phrase(ja: "職業", en: "What they do")
    case .relation: Phrase(ja: "続柄。書かなければ順番と年齢から考えます", en: "What they are to the couple; otherwise inferred")
    case .name: Phrase(ja: "名前。印刷されません", en: "Never printed for the public")
    case .away: Phrase(ja: "他出しているか、他出先", en: "true if they live elsewhere, or where")
    case .plans: Phrase(ja: "これからどうなるか", en: "What will happen")
    case .note: Phrase(ja: "メモ。印刷されません", en: "For the table only, never printed")
    }
  }

  var shape: Shape {
    switch self {
    case .sex: .words(Words.sexes.words)
    case .age: .age
    case .born: .birthYear
    case .band: .pattern(SchemaPattern.band)
    case .occupation, .name: .text
    case .note: .lines
    case .relation: .words(Words.relations.words)
    case .away: .textOrSwitch
    case .plans: .oneOrMore(of: .reference("residentPlan"))
    }
  }
}

enum RuleKey: String, FormatKey {
  case deceasedAt = "deceased-at"
  case childrenLeaveAt = "children-leave-at"
  case relet
  case demolishedAfter = "demolished-after"
  case drivesUntil = "drives-until"
  case chance

  var japanese: [String] {
    switch self {
    case .deceasedAt: ["亡くなったとみなす歳"]
    case .childrenLeaveAt: ["子が家を出る歳"]
    case .relet: ["次の入居"]
    case .demolishedAfter: ["取り壊し"]
    case .drivesUntil: ["運転をやめる歳"]
    case .chance: ["確率"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .deceasedAt:
      Phrase(ja: "この歳から亡くなったとみなす。書かなければ 85", en: "Counted as deceased from this age; otherwise 85")
    case .childrenLeaveAt:
      Phrase(ja: "子が家を出る歳。書かなければ 20", en: "The age at which children leave; otherwise 20")
    case .relet:
      Phrase(
        ja: "空いた賃貸の部屋に次の人が入るか。書かなければ on", en: "Whether a rented unit that empties is let again; otherwise on")
    case .demolishedAfter:
      Phrase(ja: "空き家になって何年で取り壊すか。書かなければ off", en: "Years of vacancy until demolition; otherwise off")
    case .drivesUntil:
      Phrase(
        ja: "車の運転をやめる歳。書かなければ off", en: "The age at which people give up driving a car; otherwise off")
    case .chance:
      Phrase(ja: "確率で見るとき(--chance)の率", en: "The rates that hold where chances are asked for (--chance)")
    }
  }

  var shape: Shape {
    switch self {
    case .deceasedAt, .childrenLeaveAt: .threshold(1...120)
    case .demolishedAfter: .threshold(1...100)
    case .drivesUntil: .threshold(RulesReader.drivingAges)
    case .relet: .onOff
    case .chance: .reference("chance")
    }
  }
}

enum ScenarioKey: String, FormatKey {
  case rules, people, houses
  case eachAway = "each-away"
  case families

  var japanese: [String] {
    switch self {
    case .rules: ["決まり"]
    case .people: ["人"]
    case .houses: ["家"]
    case .families: ["家族"]
    case .eachAway: ["他出の人ごと"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .rules: Phrase(ja: "この場合だけの決まり", en: "Rules that hold in it")
    case .people:
      Phrase(
        ja: "人の id ごとに起こること。b1.3: 2035戻、b1.3 b2.3: 35歳戻",
        en: "What happens to people, by id: b1.3: returns 2035, b1.3 b2.3: returns at 35")
    case .houses:
      Phrase(ja: "家の id ごとに起こること。b3: 2030入居 ○35", en: "What happens to houses, by id: b3: moves-in 2030 ○35")
    case .families:
      Phrase(
        ja: "空き家に入る家族、年ごと。{2030: 2, どの家族も: ○35 △33 ○3}、{2030: [○35 △33 ○3, ○40 △38]}",
        en:
          "Families that take vacant houses, by year: {2030: 2, each: ○35 △33 ○3}, {2030: [○35 △33 ○3, ○40 △38]}"
      )
    case .eachAway:
      Phrase(ja: "他出している人みなに起こること。35歳戻", en: "What happens to everybody living away: returns at 35")
    }
  }

  var shape: Shape {
    switch self {
    case .rules: .reference("rules")
    case .people: .namedTables(of: .oneOrMore(of: .reference("residentPlan")))
    case .houses: .namedTables(of: .oneOrMore(of: .reference("dwellingPlan")))
    case .eachAway: .oneOrMore(of: .reference("residentPlan"))
    case .families: .reference("families")
    }
  }
}
