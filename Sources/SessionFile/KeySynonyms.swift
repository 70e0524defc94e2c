// What people call a key before they have read its name: never taken, but understood well enough to offer the right one.

extension SessionKey {
  var alsoCalled: [String] {
    switch self {
    case .title: ["name", "heading", "workshop", "名前", "名称", "件名", "表題"]
    case .date: ["day", "when", "日", "日時", "実施日"]
    case .venue: ["place", "location", "where", "場"]
    case .programme: ["program", "project", "プログラム名"]
    case .language: ["lang", "locale"]
    case .horizons: ["years", "future", "将来", "年後"]
    case .maps: ["map", "tables", "sheets", "テーブル", "班", "シート"]
    case .scenarios: ["what-if", "シナリオ"]
    case .measures: ["対策", "取り組み"]
    case .contacts: ["contact", "連絡先"]
    default: []
    }
  }
}

extension MapKey {
  var alsoCalled: [String] {
    switch self {
    case .id: ["table", "letter", "テーブル", "班"]
    case .title: ["name", "heading", "名前", "名称", "地区", "地区名"]
    case .houses: ["homes", "house", "buildings", "households", "住宅", "世帯", "家々", "家屋", "建物"]
    case .roads: ["streets", "road", "street", "通り"]
    case .rivers: ["streams", "water", "水路"]
    case .railways: ["railroads", "rails", "tracks", "電車"]
    case .landmarks: ["places", "facilities", "icons", "施設", "ランドマーク"]
    case .sheet: ["paper", "size", "紙", "大きさ"]
    case .findings: ["noticed", "observations", "discoveries", "気付いたこと", "気付き", "課題", "発見"]
    case .actions: ["ideas", "todo", "measures-taken", "取組", "取り組み", "やること", "アイデア", "提案"]
    case .notes: ["note", "memo", "remarks", "備考"]
    default: []
    }
  }
}

extension HouseKey {
  var alsoCalled: [String] {
    switch self {
    case .name: ["title", "family", "surname", "題名", "姓", "名字", "苗字", "世帯主", "屋号"]
    case .kind: ["type", "種別", "建物"]
    case .at: ["position", "place", "point", "location", "where", "xy", "場所", "座標"]
    case .people:
      ["residents", "persons", "person", "members", "inhabitants", "family-members", "住民", "居住者", "家族", "世帯"]
    case .state: ["status", "vacant", "空き家", "現状"]
    case .units: ["rooms", "flats", "apartments", "doors", "部屋数", "住戸", "戸数"]
    case .rented: ["rental", "rent", "let", "借家", "賃貸住宅"]
    case .plans: ["plan", "future", "将来", "これから"]
    case .note: ["notes", "memo", "remark", "remarks", "comment", "備考", "コメント"]
    }
  }
}

extension RuleKey {
  var alsoCalled: [String] {
    switch self {
    case .drivesUntil:
      ["drives", "driving", "car", "licence", "license", "運転", "車の運転", "免許", "免許返納", "運転免許", "免許を返す歳"]
    default: []
    }
  }
}

extension UnitKey {
  var alsoCalled: [String] { house.alsoCalled }
}

extension ResidentKey {
  var alsoCalled: [String] {
    switch self {
    case .sex: ["gender", "男女"]
    case .age: ["years", "歳", "齢", "とし"]
    case .born: ["birth", "birthyear", "birth-year", "year-of-birth", "生まれ", "誕生年", "生年月日"]
    case .band: ["decade", "ages", "age-band", "世代"]
    case .occupation: ["job", "work", "profession", "仕事", "勤め"]
    case .relation: ["relationship", "role", "関係", "間柄"]
    case .name: ["title", "氏名", "姓名"]
    case .away: ["lives-elsewhere", "where", "別居", "住まい"]
    case .plans: ["plan", "future", "将来", "これから"]
    case .note: ["notes", "memo", "remark", "remarks", "comment", "備考", "コメント"]
    }
  }
}

extension RoadKey {
  var alsoCalled: [String] {
    switch self {
    case .name: ["title", "題名"]
    case .kind: ["type", "width", "幅", "種別"]
    case .points: ["at", "line", "path", "course", "coordinates", "位置", "座標"]
    default: []
    }
  }
}

extension AreaKey {
  var alsoCalled: [String] {
    switch self {
    case .kind: ["type", "種別"]
    case .name: ["title", "題名"]
    case .points: ["at", "outline", "coordinates", "位置", "座標"]
    }
  }
}

extension LandmarkKey {
  var alsoCalled: [String] {
    switch self {
    case .kind: ["type", "icon", "種別", "絵"]
    case .name: ["title", "題名"]
    case .at: ["position", "place", "point", "points", "location", "場所", "座標"]
    default: []
    }
  }
}

extension RowKey {
  var alsoCalled: [String] {
    switch self {
    case .road: ["street", "id", "通り"]
    case .houses: ["house", "homes", "並び"]
    default: []
    }
  }
}
