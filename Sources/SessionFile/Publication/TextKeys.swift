import Diagnostics

/// A greeting at the head of the newsletter.
enum GreetingKey: String, FormatKey {
  case name
  case office
  case words
  case portrait

  var isRequired: Bool { self == .name || self == .words }

  var wantsContent: Bool { self == .words }

  var japanese: [String] {
    switch self {
    case .name: ["名前"]
    case .office: ["役職", "所属"]
    case .words: ["ことば", "言葉"]
    case .portrait: ["写真", "肖像"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .name: Phrase(ja: "あいさつする人の名前。印刷されます", en: "Who greets; printed")
    case .office: Phrase(ja: "役職や所属", en: "Their office")
    case .words: Phrase(ja: "あいさつの文。行ごとに段落になります", en: "Their words; each line is a paragraph")
    case .portrait: Phrase(ja: "写真のファイル。この記録ファイルから見た場所", en: "A photograph's file, seen from this file")
    }
  }

  var shape: Shape {
    switch self {
    case .name, .office: .text
    case .portrait: .picture(or: [])
    case .words: .lines
    }
  }
}

/// A section of text.
enum ArticleKey: String, FormatKey {
  case title
  case text

  var isRequired: Bool { true }

  var wantsContent: Bool { self == .text }

  var japanese: [String] {
    switch self {
    case .title: ["題名", "見出し"]
    case .text: ["本文", "文"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .title: Phrase(ja: "見出し", en: "Its heading")
    case .text: Phrase(ja: "本文。行ごとに段落になります", en: "Its text; each line is a paragraph")
    }
  }

  var shape: Shape {
    switch self {
    case .title: .text
    case .text: .lines
    }
  }
}

/// What a table without a map found.
enum TalkKey: String, FormatKey {
  case table
  case findings
  case actions

  var isRequired: Bool { self == .table }

  var japanese: [String] {
    switch self {
    case .table: ["テーブル", "班"]
    case .findings: ["気づいたこと"]
    case .actions: ["取り組むといいこと"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .table: Phrase(ja: "テーブルの名前", en: "The table's name")
    case .findings: Phrase(ja: "気づいたこと", en: "What the table noticed")
    case .actions: Phrase(ja: "取り組むといいこと", en: "What would be good to do")
    }
  }

  var shape: Shape {
    switch self {
    case .table: .text
    case .findings, .actions: .lines
    }
  }
}

/// Somebody who helps to run the workshop.
enum StaffKey: String, FormatKey {
  case name
  case office
  case duty

  var isRequired: Bool { self == .name }

  var japanese: [String] {
    switch self {
    case .name: ["名前"]
    case .office: ["所属"]
    case .duty: ["役割", "係"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .name: Phrase(ja: "名前。名札に印刷されます", en: "The name; printed on name cards")
    case .office: Phrase(ja: "所属", en: "Office or organisation")
    case .duty: Phrase(ja: "当日の役割", en: "What they do on the day")
    }
  }

  var shape: Shape {
    switch self {
    case .name, .office, .duty: .text
    }
  }
}

/// An office that readers can turn to.
enum ContactKey: String, FormatKey {
  case name
  case telephone
  case place
  case hours
  case url

  var isRequired: Bool { self == .name }

  var japanese: [String] {
    switch self {
    case .name: ["名前", "窓口"]
    case .telephone: ["電話"]
    case .place: ["場所", "住所"]
    case .hours: ["時間", "受付時間"]
    case .url: ["ホームページ", "URL"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .name: Phrase(ja: "窓口の名前", en: "The office")
    case .telephone: Phrase(ja: "電話番号", en: "Its telephone number")
    case .place: Phrase(ja: "場所", en: "Where it is")
    case .hours: Phrase(ja: "受付時間", en: "When it is open")
    case .url:
      Phrase(ja: "ホームページ。https:// から。QRコードになります", en: "Its page, from https:// on; printed with a QR code")
    }
  }

  var shape: Shape {
    switch self {
    case .name, .telephone, .place, .hours: .text
    case .url: .pattern(SchemaPattern.address)
    }
  }
}
