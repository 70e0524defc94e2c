import Diagnostics

/// The keys of one kind of table in the session file: the one list from which the reader, its suggestions and the
/// schema for editors all take them.
protocol FormatKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The Japanese names, the one that is shown first; empty for `tenken`.
  var japanese: [String] { get }
  /// What people call it before they know its name, for suggestions.
  var alsoCalled: [String] { get }
  /// What it means, in a few words.
  var meaning: Phrase { get }
  /// Whether the table must have it.
  var isRequired: Bool { get }
  /// What may stand behind it.
  var shape: Shape { get }
  /// Whether an empty list, or no words at all, is told: something was to be printed there.
  var wantsContent: Bool { get }
}

extension FormatKey {
  var isRequired: Bool { false }
  var alsoCalled: [String] { [] }
  var wantsContent: Bool { false }
  var names: [String] { [rawValue] + japanese }

  /// The name in the language in which other keys of the table are written.
  func name(likeJapanese: Bool) -> String { likeJapanese ? japanese.first ?? rawValue : rawValue }
}

enum SessionKey: String, FormatKey {
  case tenken, title, date, time, venue, programme, language
  case baseYear = "base-year"
  case horizons, rules, maps, scenarios, measures
  case volume, agenda, greetings, sections, talks, personas
  case waysToMeet = "ways-to-meet"
  case votes, colours, tallies, questionnaire, participants, timetable, staff, contacts

  var wantsContent: Bool {
    switch self {
    case .agenda, .greetings, .sections, .talks, .personas, .waysToMeet, .votes, .colours, .tallies, .staff,
      .contacts:
      true
    default: false
    }
  }

  /// Maps may be left out of a workshop that drew none; see ``WorkshopReader``.
  var isRequired: Bool { self == .tenken || self == .title }

  /// Whether it is about what is printed beside maps: a workshop may have that alone.
  var isForPrint: Bool {
    switch self {
    case .tenken, .title, .date, .time, .venue, .programme, .language, .baseYear, .horizons, .rules, .maps,
      .scenarios, .measures:
      false
    case .volume, .agenda, .greetings, .sections, .talks, .personas, .waysToMeet, .votes, .colours, .tallies,
      .questionnaire, .participants, .timetable, .staff, .contacts:
      true
    }
  }

  var japanese: [String] {
    switch self {
    case .tenken: ["点検"]
    case .title: ["題名", "タイトル"]
    case .date: ["日付", "開催日"]
    case .time: ["時間", "時刻"]
    case .venue: ["会場", "場所"]
    case .programme: ["事業", "事業名"]
    case .language: ["言語"]
    case .baseYear: ["基準年"]
    case .horizons: ["何年後"]
    case .rules: ["決まり"]
    case .maps: ["地図"]
    case .scenarios: ["もしも"]
    case .measures: ["できること"]
    case .volume: ["号"]
    case .agenda: ["次第", "プログラム"]
    case .greetings: ["あいさつ", "挨拶"]
    case .sections: ["記事"]
    case .talks: ["話し合い"]
    case .personas: ["ペルソナ"]
    case .waysToMeet: ["出会い方"]
    case .votes: ["投票"]
    case .colours: ["色", "テーマカラー"]
    case .tallies: ["まとめ", "集計"]
    case .questionnaire: ["アンケート"]
    case .participants: ["参加者"]
    case .timetable: ["時間割"]
    case .staff: ["スタッフ"]
    case .contacts: ["問い合わせ", "問い合わせ先"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .tenken: Phrase(ja: "書式の番号。いつも 1", en: "The format's number: 1")
    case .title: Phrase(ja: "ワークショップの題名", en: "The workshop's title")
    case .date: Phrase(ja: "開いた日。2023-02-07、2023/2/7、2023年2月7日", en: "The day it was held, as 2023-02-07")
    case .time: Phrase(ja: "時間。書いたとおりに印刷されます", en: "When, as it should be printed")
    case .venue: Phrase(ja: "会場。書いたとおりに印刷されます", en: "Where, as it should be printed")
    case .programme:
      Phrase(ja: "事業名。書いたとおりに印刷されます", en: "The programme it was held under, as it should be printed")
    case .language: Phrase(ja: "紙の言語。ja(日本語) か en(英語)", en: "The language of the paper: ja or en")
    case .baseYear:
      Phrase(ja: "地図を描いた年。書かなければ日付の年", en: "The year the sheets were drawn; otherwise the year of the date")
    case .horizons:
      Phrase(ja: "基準年から何年後を見るか。書かなければ [10, 20, 30]", en: "Years after the base year; otherwise [10, 20, 30]")
    case .rules: Phrase(ja: "将来を考えるときの決まり", en: "What is assumed of the future")
    case .maps: Phrase(ja: "テーブルごとの地図", en: "One entry for each table")
    case .scenarios: Phrase(ja: "「もしも」の場合。名前ごとに変えることを書く", en: "What if: named sets of changes")
    case .measures:
      Phrase(
        ja: "できること。めあてを守るのに、どれがあれば足りるかを tenken reach が探す",
        en: "What could be done; tenken reach finds which of it is enough")
    case .volume: Phrase(ja: "ニュースレターの号。vol.1 など", en: "The newsletter's issue, such as vol.1")
    case .agenda: Phrase(ja: "次第。一行ずつ、番号は付けない", en: "The programme, line by line, without numbers")
    case .greetings: Phrase(ja: "あいさつ", en: "Greetings")
    case .sections: Phrase(ja: "見出しのある文章", en: "Sections of text")
    case .talks: Phrase(ja: "地図を描かなかったテーブルの話し合い", en: "What tables without a map found")
    case .personas: Phrase(ja: "ペルソナ（想像した人物）", en: "Personas, people the room imagined")
    case .waysToMeet: Phrase(ja: "出会い方ごとの数。もの: 5", en: "Ways to meet them, with counts")
    case .votes: Phrase(ja: "投票の結果", en: "Votes")
    case .colours: Phrase(ja: "テーブルごとの、合う色の順位", en: "Each table's ranking of theme colours")
    case .tallies: Phrase(ja: "テーマごとの件数", en: "Themes with counts")
    case .questionnaire: Phrase(ja: "終わりのアンケート", en: "The closing questionnaire")
    case .participants: Phrase(ja: "参加した人の数", en: "Who took part, counted")
    case .timetable: Phrase(ja: "時間割", en: "The timetable")
    case .staff: Phrase(ja: "スタッフ。名札になります", en: "Who runs the workshop; printed on name cards")
    case .contacts: Phrase(ja: "問い合わせ先", en: "Whom to turn to")
    }
  }

  var shape: Shape {
    switch self {
    case .tenken: .constant(1)
    case .title, .time, .venue, .programme: .text
    case .date: .date
    case .language: .words(Words.languages.words)
    case .baseYear: .year
    case .horizons: .horizons
    case .rules: .reference("rules")
    case .maps: .filledList(of: .reference("map"))
    case .scenarios: .namedTables(of: .reference("scenario"))
    case .measures: .namedTables(of: .reference("measure"))
    case .volume: .text
    case .agenda: .lines
    case .greetings: .list(of: .reference("greeting"))
    case .sections: .list(of: .reference("section"))
    case .talks: .list(of: .reference("talk"))
    case .personas: .list(of: .reference("persona"))
    case .waysToMeet: .counts
    case .votes: .list(of: .reference("vote"))
    case .colours: .list(of: .reference("colourRanking"))
    case .tallies: .list(of: .reference("tally"))
    case .questionnaire: .reference("questionnaire")
    case .participants: .reference("participants")
    case .timetable: .reference("timetable")
    case .staff: .oneOrMore(of: .reference("staff"))
    case .contacts: .list(of: .reference("contact"))
    }
  }
}

enum MapKey: String, FormatKey {
  case id, title, subtitle
  case baseYear = "base-year"
  case horizons, rules, targets, sheet, north, roads, rivers, railways, areas, along, houses, landmarks,
    findings,
    actions
  case notes

  var isRequired: Bool { self == .id || self == .title }

  var japanese: [String] {
    switch self {
    case .id: ["番号", "記号"]
    case .title: ["題名", "タイトル"]
    case .subtitle: ["副題"]
    case .baseYear: ["基準年"]
    case .horizons: ["何年後"]
    case .rules: ["決まり"]
    case .targets: ["めあて", "目標"]
    case .sheet: ["用紙"]
    case .north: ["方位"]
    case .roads: ["道", "道路"]
    case .rivers: ["川"]
    case .railways: ["線路", "鉄道"]
    case .areas: ["区域"]
    case .along: ["沿い", "道沿い"]
    case .houses: ["家"]
    case .landmarks: ["目印"]
    case .findings: ["気づいたこと"]
    case .actions: ["取り組むといいこと"]
    case .notes: ["メモ"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .id: Phrase(ja: "地図の短い名前。多くはテーブルの記号(A、B…)", en: "A short name, often the table's letter")
    case .title: Phrase(ja: "地図の題名", en: "The map's title")
    case .subtitle: Phrase(ja: "地図の副題", en: "The line under the title")
    case .baseYear: Phrase(ja: "この地図を描いた年", en: "The year this sheet was drawn")
    case .horizons: Phrase(ja: "この地図で何年後を見るか", en: "Years after the base year, for this map")
    case .rules: Phrase(ja: "この地図だけの決まり", en: "Rules that hold for this map only")
    case .targets: Phrase(ja: "守りたい数。住んでいる家: 20 など", en: "Figures to be kept, such as lived-in: 20")
    case .sheet:
      Phrase(
        ja: "紙の [横, 縦]。単位は自由。書かなければ [180, 120]",
        en: "[width, height] of the paper in any unit; otherwise [180, 120]")
    case .north:
      Phrase(ja: "北の向き。紙の上から時計回りの角度。書かなければ 0", en: "Where north is: degrees clockwise from the upper edge")
    case .roads: Phrase(ja: "道", en: "Roads")
    case .rivers: Phrase(ja: "川", en: "Rivers")
    case .railways: Phrase(ja: "線路", en: "Railways")
    case .areas: Phrase(ja: "畑、林、公園、池など", en: "Fields, woods, parks and ponds")
    case .along: Phrase(ja: "道沿いの家の並び", en: "Rows of houses along the roads")
    case .houses: Phrase(ja: "家。名前ごとに住む人を書く", en: "The houses, and who lives in each")
    case .landmarks: Phrase(ja: "目印になる場所", en: "Places everybody knows")
    case .findings: Phrase(ja: "気づいたこと", en: "What the table noticed")
    case .actions: Phrase(ja: "取り組むといいこと", en: "What would be good to do")
    case .notes: Phrase(ja: "メモ。印刷されません", en: "For the table only, never printed")
    }
  }

  var shape: Shape {
    switch self {
    case .id, .title, .subtitle: .text
    case .baseYear: .year
    case .horizons: .horizons
    case .rules: .reference("rules")
    case .targets: .reference("targets")
    case .sheet: .size
    case .north: .bearing
    case .roads: .list(of: .reference("road"))
    case .rivers, .railways: .list(of: .reference("watercourse"))
    case .areas: .list(of: .reference("area"))
    case .along: .list(of: .reference("row"))
    case .houses: .namedTables(of: .reference("house"), names: SchemaPattern.houseID)
    case .landmarks: .list(of: .reference("landmark"))
    case .findings, .actions, .notes: .lines
    }
  }
}

enum RoadKey: String, FormatKey {
  case id, name, kind, points

  var isRequired: Bool { self == .points }

  var japanese: [String] {
    switch self {
    case .id: ["番号", "記号"]
    case .name: ["名前"]
    case .kind: ["種類"]
    case .points: ["点", "点の列"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .id: Phrase(ja: "ファイルの中での名前", en: "The name it goes by in the file")
    case .name: Phrase(ja: "地図に書く名前。書かなければ id", en: "The name printed along it; otherwise its id")
    case .kind: Phrase(ja: "太さ。main(幹線)、street(通り)、lane(小道)、path(細道)", en: "main, street, lane or path")
    case .points: Phrase(ja: "通る点 [[x, y], …]。二つ以上", en: "Its course [[x, y], …], two points or more")
    }
  }

  var shape: Shape {
    switch self {
    case .id, .name: .name
    case .kind: .words(Words.roadKinds.words)
    case .points: .points(atLeast: 2)
    }
  }
}

enum WatercourseKey: String, FormatKey {
  case id, name, points

  var isRequired: Bool { self == .points }
  var road: RoadKey { RoadKey(rawValue: rawValue) ?? .id }
  var japanese: [String] { road.japanese }
  var meaning: Phrase { road.meaning }
  // Nothing refers to a river or a railway: a blank name is none.
  var shape: Shape { self == .points ? road.shape : .text }
}

enum AreaKey: String, FormatKey {
  case kind, name, points

  var isRequired: Bool { self != .name }

  var japanese: [String] {
    switch self {
    case .kind: ["種類"]
    case .name: ["名前"]
    case .points: ["点", "点の列"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .kind: Phrase(ja: "field(畑)、wood(林)、park(公園)、water(池)", en: "field, wood, park or water")
    case .name: Phrase(ja: "地図に書く名前", en: "The name printed in it")
    case .points: Phrase(ja: "囲む点 [[x, y], …]。三つ以上", en: "Its outline [[x, y], …], three points or more")
    }
  }

  var shape: Shape {
    switch self {
    case .kind: .words(Words.areaKinds.words)
    case .name: .text
    case .points: .points(atLeast: 3)
    }
  }
}

enum RowKey: String, FormatKey {
  case road, side, from, houses

  var isRequired: Bool { self != .from }

  var japanese: [String] {
    switch self {
    case .road: ["道", "道路"]
    case .side: ["側"]
    case .from: ["から"]
    case .houses: ["家"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .road: Phrase(ja: "道の id", en: "The road's id")
    case .side: Phrase(ja: "道のどちら側か。北、南、東、西", en: "Which side of the road: north, south, east or west")
    case .from:
      Phrase(
        ja: "どちらから並べたか。書かなければ西から(東西の側は北から)",
        en: "From which end they are named; otherwise from the west or north")
    case .houses: Phrase(ja: "家の id を順に。_ は一軒分の空き", en: "The houses' ids in order; _ is a gap of one house")
    }
  }

  var shape: Shape {
    switch self {
    case .road: .text
    case .side: .words(Words.sides.words)
    case .from: .words(Words.starts.words)
    case .houses: .names
    }
  }
}

enum LandmarkKey: String, FormatKey {
  case id, kind, name, at

  var isRequired: Bool { self == .kind }

  var japanese: [String] {
    switch self {
    case .id: ["番号", "記号"]
    case .kind: ["種類"]
    case .name: ["名前"]
    case .at: ["位置"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .id: Phrase(ja: "道沿いの並びに書くときの名前", en: "The name it has in a row of along")
    case .kind: Phrase(ja: "何であるか。絵が決まります", en: "What it is; chooses the icon")
    case .name: Phrase(ja: "地図に書く名前", en: "The name printed beside it")
    case .at: Phrase(ja: "紙の上の [x, y]", en: "[x, y] on the sheet")
    }
  }

  var shape: Shape {
    switch self {
    case .id, .name: .text
    case .kind: .words(Words.landmarkKinds.words)
    case .at: .point
    }
  }
}
