import Diagnostics
import Workshop

extension PersonaTopic {
  /// The heading of the topic on paper.
  var heading: Phrase {
    switch self {
    case .profile: Phrase(ja: "プロフィール", en: "Profile")
    case .work: Phrase(ja: "いまの仕事", en: "Work now")
    case .family: Phrase(ja: "家族", en: "Family")
    case .character: Phrase(ja: "性格", en: "Character")
    case .rhythm: Phrase(ja: "一日のリズム", en: "A usual day")
    case .interests: Phrase(ja: "趣味・好きなもの", en: "Interests")
    case .relations: Phrase(ja: "家族以外の\n人との関係", en: "Relations beyond\nthe family")
    case .internet: Phrase(ja: "インターネット", en: "Internet")
    case .daysOff: Phrase(ja: "休みの日の\n過ごし方", en: "Days off")
    case .access: Phrase(ja: "出会える場所", en: "Where to meet")
    }
  }
}

extension PersonaField {
  /// What stands before an answer, or in the corner of its box; empty where the topic's heading says it.
  var label: Phrase {
    switch self {
    case .age: Phrase(ja: "年代", en: "Age")
    case .sex: Phrase(ja: "性別", en: "Sex")
    case .home: Phrase(ja: "住んでいるところ", en: "Lives in")
    case .origin: Phrase(ja: "出身", en: "From")
    case .schooling: Phrase(ja: "学歴", en: "Schooling")
    case .pastWork: Phrase(ja: "これまでの仕事", en: "Past work")
    case .workKind: Phrase(ja: "職種", en: "Kind of work")
    case .income: Phrase(ja: "収入", en: "Income")
    case .married: Phrase(ja: "結婚", en: "Married")
    case .children: Phrase(ja: "子ども", en: "Children")
    case .care: Phrase(ja: "介護・世話", en: "Cares for")
    case .values: Phrase(ja: "大切にしていること", en: "Values")
    case .aims: Phrase(ja: "目標・願い", en: "Aims")
    case .waking: Phrase(ja: "起きる・寝る", en: "Gets up, goes to bed")
    case .commuting: Phrase(ja: "通勤・通学", en: "Way to work or school")
    case .meals: Phrase(ja: "食事", en: "Meals")
    case .indoor: Phrase(ja: "家の中で", en: "Indoors")
    case .outdoor: Phrase(ja: "外で", en: "Outdoors")
    case .music: Phrase(ja: "音楽", en: "Music")
    case .magazines: Phrase(ja: "雑誌・本", en: "Magazines")
    case .films: Phrase(ja: "映画・番組", en: "Films")
    case .device: Phrase(ja: "使うもの", en: "Device")
    case .hours: Phrase(ja: "一日の時間", en: "Hours a day")
    case .services: Phrase(ja: "よく使うサービス", en: "Services")
    case .work, .family, .character, .rhythm, .interests, .relations, .internet, .daysOff, .access:
      Phrase(verbatim: "")
    }
  }

  /// The answers of one persona in this field, each with its label where the answer alone would not say what it is.
  func lines(of persona: Persona, in language: Language) -> [String] {
    let label = label(in: language)
    let answers = persona[self]
    return needsLabel && !label.isEmpty
      ? answers.map { language == .ja ? "\(label)：\($0)" : "\(label): \($0)" } : answers
  }

  /// "会社員" says that it is work, "ない" does not say of what.
  private var needsLabel: Bool {
    switch self {
    case .workKind, .values, .services, .device, .indoor, .outdoor, .work, .family, .character, .rhythm,
      .interests, .relations, .internet, .daysOff, .access:
      false
    default: true
    }
  }
}

/// The rows of the comparison sheet.
enum PersonaRow: CaseIterable {
  case character, familyAndWork, relations, internet, access

  var heading: Phrase {
    switch self {
    case .character: Phrase(ja: "性格", en: "Character")
    case .familyAndWork: Phrase(ja: "家族・仕事", en: "Family\nand work")
    case .relations: Phrase(ja: "人との関係", en: "Relations")
    case .internet: Phrase(ja: "ネット", en: "Internet")
    case .access: Phrase(ja: "出会える\n場所", en: "Where\nto meet")
    }
  }

  private var topics: [PersonaTopic] {
    switch self {
    case .character: [.character]
    case .familyAndWork: [.family, .work]
    case .relations: [.relations]
    case .internet: [.internet]
    case .access: [.access]
    }
  }

  func lines(of persona: Persona, in language: Language) -> [String] {
    topics.flatMap(\.fields).flatMap { $0.lines(of: persona, in: language) }
  }
}

/// Words of persona sheets that stand nowhere else.
enum PersonaWords {
  static let type = Phrase(ja: "タイプ", en: "Type ")
  static let comparison = Phrase(ja: "これから出会いたい人", en: "People we would like to meet")
  static let continued = Phrase(ja: "（つづき）", en: " (continued)")
  static let worksheet = Phrase(ja: "ペルソナ・シート", en: "Persona worksheet")
  static let worksheetLead = Phrase(
    ja: "まだ出会えていない人を一人、思い浮かべてみましょう。わからないところは想像で。空いていてもかまいません。",
    en: "Think of one person we have not met yet. Where you do not know, imagine. Blanks are fine.")
  static let table = Phrase(ja: "テーブル", en: "Table")
  static let writer = Phrase(ja: "書いた人", en: "Written by")
  static let likeness = Phrase(ja: "似顔絵", en: "Portrait")
  static let inAWord = Phrase(ja: "ひとことで言うと、どんな人？", en: "In a word, who is it?")
  static let accessHint = Phrase(
    ja: "コンビニ、学校、自動販売機…　その人がいそうな場所、目にとまりそうなもの",
    en: "A convenience store, a school, a vending machine … where they are, what they would notice")
  static let invented = Phrase(
    ja: "ワークショップで想像した人物です。実在の人ではありません。",
    en: "Imagined at the workshop; not real people.")
}
