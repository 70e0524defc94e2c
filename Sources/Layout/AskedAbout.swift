import Workshop

/// What a question of the questionnaire asks about: who somebody is, or what they think.
///
/// The session may say so (`about`). Otherwise what asks for a view is never about the person, whatever else it names
/// (この地区に住み続けたいと思いますか); of the rest, a question is about the person if most of its answers are ages, sexes,
/// kinds of households or the departments of those who took part, or if its words ask for such a thing.
struct AskedAbout {
  /// Departments and groups of those who took part.
  let departments: Set<String>

  init(_ participants: Participants?) {
    departments = Set((participants?.departments ?? []).map(\.name))
  }

  /// Whether `question` asks who somebody is.
  func asksWho(_ question: Question) -> Bool {
    switch question.about {
    case .person: return true
    case .opinion: return false
    case nil: break
    }
    let title = Self.plain(question.title)
    if Self.views.contains(where: title.contains) { return false }
    // What is needed for the place is a view; whether somebody needs care is not.
    if Self.asksForNeeds.contains(where: title.contains) {
      return Self.needs.contains(where: title.contains)
    }
    if isAnsweredByWho(question) || tellsTroubles(question) { return true }
    if Self.topics.contains(Self.bare(title)) { return true }
    return Self.persons.contains(where: title.contains)
  }

  /// Whether the answers have an order, as ages and numbers of people have.
  static func isInOrder(_ question: Question) -> Bool {
    question.answers.map(\.name).filter { !others.contains($0.lowercased()) }
      .allSatisfy { $0.contains(where: \.isNumber) }
  }

  private func isAnsweredByWho(_ question: Question) -> Bool {
    let answers = question.answers.map(\.name).filter { !Self.others.contains($0.lowercased()) }
    let telling = answers.count { answer in
      let plain = Self.plain(answer)
      return departments.contains(answer) || Self.sexes.contains(plain)
        || Self.households.contains(where: plain.contains)
        || plain.contains(/[0-9一二三四五六七八九十]\s*(歳|才|代)|[0-9]0s\b|\baged? [0-9]|[0-9] years old/)
    }
    return telling > 0 && 2 * telling > answers.count
  }

  /// Whether one of the answers is what people tell nobody: an illness, debts.
  private func tellsTroubles(_ question: Question) -> Bool {
    question.answers.contains { answer in
      let plain = Self.plain(answer.name)
      return Self.troubles.contains(where: plain.contains)
    }
  }

  /// Small letters, plain figures, and without the words in which one asks to be told.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).replacing("教えてほしい", with: "").replacing("お聞かせ", with: "")
  }

  /// A question of one word: 年代, お住まいは？
  private static func bare(_ title: String) -> String {
    var title = title[...]
    for start in ["あなたの", "ご", "お", "your "] where title.hasPrefix(start) {
      title = title.dropFirst(start.count)
    }
    while let last = title.last, "？?。:： ".contains(last) { title = title.dropLast() }
    for end in ["ですか", "は", "を", "について"] where title.hasSuffix(end) { title = title.dropLast(end.count) }
    return String(title)
  }

  /// What asks for a view, whatever it is about.
  private static let views = [
    "思", "ほしい", "欲しい", "たいです", "たいと", "たいか", "たい？", "べき", "感じ", "考え", "賛成", "反対", "期待", "希望", "満足", "よかった",
    "良かった", "いかが", "どうでし", "役に立", "できますか", "できそう", "好き", "大切", "不安", "心配", "関心", "興味", "理由", "なぜ",
    "印象", "評価", "続けますか", "think", "feel", "want", "like", "would", "should", "prefer", "hope", "satisf",
    "agree",
    "useful", "enjoy", "opinion", "why", "wish", "worr", "worth", "can you", "could you", "will you",
  ]

  private static let asksForNeeds = ["必要ですか", "必要でしょうか", "要りますか", "do you need"]
  private static let needs = [
    "介護", "介助", "手助け", "支援", "見守り", "付き添い", "付添", "助けが", "care", "help", "support", "assist",
  ]
  private static let troubles = [
    "認知症", "借金", "生活保護", "糖尿", "がん患者", "うつ病", "障がい", "障害者", "要介護", "持病", "虐待", "離婚", "死別", "失業", "引きこもり",
    "ひきこもり",
    "dementia", "debt", "disab", "illness", "cancer", "diabet", "depress", "divorc", "unemploy",
    "on benefits",
  ]

  /// What asks, in so many words, who somebody is.
  private static let persons = [
    "おいくつ", "何歳", "年齢", "ご年代", "あなたの年代", "性別", "お住まい", "お住い", "お仕事", "職業", "職種", "お勤め", "勤務先", "ご所属",
    "あなたの所属", "家族構成", "世帯構成", "家族は何人", "家族の人数", "ご家族は", "何人家族", "何人暮らし", "何人で暮ら", "一人暮らし", "ひとり暮らし", "同居",
    "お子さん",
    "子どもはいますか", "家族はいますか", "結婚", "配偶", "介護", "障害", "障がい", "病気", "持病", "通院", "年収", "収入", "国籍", "免許", "学年",
    "生活保護", "手帳", "借金", "認知症", "要支援", "車の運転", "運転をし", "運転し", "手助けが必要",
    "出身", "生まれですか", "生年", "何年住んで", "住んで何年", "住んでいますか", "how old", "your age", "age group", "gender",
    "your sex",
    "where do you live", "do you live", "which district", "which part of", "occupation", "your job",
    "your work",
    "profession", "employ", "do for a living", "which department", "your household", "household size",
    "in your home",
    "live with you", "live alone", "married", "your children", "have children", "need care", "needs care",
    "disab",
    "illness", "income", "driving lic", "licence", "license", "nationality", "do you drive", "dementia",
    "debt", "on benefits", "need help",
  ]

  /// Questions of one word that ask who somebody is.
  private static let topics: Set<String> = [
    "年代", "年齢", "歳", "性別", "地区", "町内", "居住地", "住所", "住まい", "職業", "仕事", "勤め", "所属", "部署", "学年", "家族", "世帯",
    "age",
    "sex", "gender", "district", "area", "job", "work", "occupation", "department", "household", "family",
  ]

  private static let sexes: Set<String> = [
    "男", "女", "男性", "女性", "male", "female", "man", "woman", "men", "women",
  ]
  private static let households = [
    "人暮らし", "夫婦のみ", "夫婦二人", "夫婦だけ", "世代", "単身", "独居", "living alone", "live alone", "couple",
  ]
  private static let others: Set<String> = [
    "無回答", "その他", "回答しない", "答えない", "わからない", "不明", "other", "others", "no answer", "not said",
    "prefer not to say",
  ]
}
