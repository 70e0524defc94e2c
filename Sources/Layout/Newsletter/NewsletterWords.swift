import Diagnostics

/// Words of the newsletter that nobody wrote in the session file.
enum NewsletterWords {
  static let figures = Phrase(ja: "数字", en: "Figures")
  static let newsletter = Phrase(ja: "ニュースレター", en: "Newsletter")
  static let date = Phrase(ja: "日時", en: "When")
  static let venue = Phrase(ja: "場所", en: "Where")
  static let agenda = Phrase(ja: "プログラム", en: "Programme")
  static let greetings = Phrase(ja: "ごあいさつ", en: "Greetings")
  static let maps = Phrase(ja: "地域点検をしよう", en: "Looking at our neighbourhood")
  static let talks = Phrase(ja: "話し合ったこと", en: "What we talked about")
  static let findings = Phrase(ja: "気づいたこと", en: "What we noticed")
  static let actions = Phrase(ja: "取り組むといいこと", en: "What would be good to do")
  static let personas = Phrase(ja: "これから出会いたい人", en: "People we would like to meet")
  static let waysToMeet = Phrase(ja: "どうすれば出会える？", en: "How could we meet them?")
  static let votes = Phrase(ja: "投票の結果", en: "The vote")
  static let colours = Phrase(ja: "合う色、合わない色", en: "Colours that fit")
  static let tallies = Phrase(ja: "みなさんの声", en: "What people named")
  static let questionnaire = Phrase(ja: "アンケートから", en: "From the questionnaire")
  static let participants = Phrase(ja: "参加したみなさん", en: "Who took part")
  static let contacts = Phrase(ja: "お問い合わせ", en: "Contact")
  static let departments = Phrase(ja: "所属", en: "From")
  static let sexes = Phrase(ja: "性別", en: "Sex")
  static let ages = Phrase(ja: "年代", en: "Age")
  static let fromFitting = Phrase(ja: "左から、合うと思う順に", en: "From fitting, at the left, to unfitting")
  /// What a table's row of colours shows.
  static func ranked(_ table: String, _ colours: [String]) -> Phrase {
    Phrase(
      ja: "\(table): 合うと思う順に、\(colours.joined(separator: "、"))",
      en: "\(table): from fitting to unfitting, \(colours.joined(separator: ", "))")
  }
  static let noSwatch = Phrase(ja: "見本なし", en: "no swatch")
  static let several = Phrase(ja: "（いくつでも）", en: " (several answers)")

  static func place(_ number: Int) -> Phrase {
    let suffix =
      (11...13).contains(number % 100) ? "th" : ["th", "st", "nd", "rd"][safe: number % 10] ?? "th"
    return Phrase(ja: "\(number)位", en: "\(number)\(suffix)")
  }

  static func votes(_ count: Int) -> Phrase {
    Phrase(ja: "\(count)票", en: count == 1 ? "1 vote" : "\(count) votes")
  }
  static func people(_ count: Int) -> Phrase { Phrase(ja: "\(count)人", en: "\(count)") }
  static func notes(_ count: Int) -> Phrase { Phrase(ja: "（\(count)）", en: " (\(count))") }

  static func respondents(_ count: Int) -> Phrase {
    Phrase(ja: "回答 \(count)人", en: count == 1 ? "1 person answered" : "\(count) people answered")
  }

  /// `61%（22人）`, `61% (22)`.
  static func share(_ percent: Int?, _ count: Int) -> Phrase {
    guard let percent else { return people(count) }
    return Phrase(ja: "\(percent)%（\(count)人）", en: "\(percent)% (\(count))")
  }

  static func everybody(_ count: Int) -> Phrase { Phrase(ja: "合わせて\(count)人", en: "\(count) people in all") }
}

extension Array {
  /// The element, or nil outside the bounds.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
