import Workshop

/// What a question of the questionnaire asks about: who somebody is, or what they think.
///
/// The session may say so (`about`). Otherwise a question is taken to be about people unless its words ask for a view:
/// no list of words knows all that somebody tells of themselves (ひとり親, 車いす, 移住者). What asks for a view in so many
/// words (この地区に住み続けたいと思いますか) is one, whatever else it names; weaker words (好き, 心配) are not enough where a
/// question or its answers name what people tell nobody, or where it is answered with ages, sexes or departments.
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
    func has(_ words: [String]) -> Bool { words.contains(where: title.contains) }
    // What happened to somebody is no view, however it is asked: 死にたいと思ったことがありますか.
    if has(Self.experiences) { return true }
    if has(Self.views) {
      return has(Self.selves) && has(Self.troubles + Self.persons) || has(Self.troubles) && !has(Self.places)
    }
    // What is needed for the place is a view; whether somebody needs care is not.
    if has(Self.asksForNeeds) { return !has(Self.places) || has(Self.needs) }
    if has(Self.weakViews) {
      return has(Self.troubles + Self.persons) || isAnsweredByWho(question) || tellsTroubles(question)
    }
    return true
  }

  /// Whether the counts of `tally` are those of people or groups, of whom few would be told by it: by age, by sex, by
  /// district; or one of the small counts is of such a group.
  func countsPeople(_ tally: Tally) -> Bool {
    let title = Self.plain(tally.title)
    if Self.divisions.contains(where: title.contains) || title.contains(Self.byGroup) { return true }
    let names = tally.counts.map { Self.plain($0.name) }
    let few = tally.counts.filter { SmallGroups.isFew(people: $0.count) }.map(\.name)
    return names.allSatisfy { Self.sexes.contains($0) } || few.contains { tellsWho($0) || Self.isTrouble($0) }
      || Self.isTrouble(title)
  }

  /// Whether the answers have an order, as ages and numbers of people have.
  static func isInOrder(_ counts: [NamedCount]) -> Bool {
    counts.map(\.name).filter { !others.contains($0.lowercased()) }
      .allSatisfy { $0.contains(where: \.isNumber) }
  }

  private func isAnsweredByWho(_ question: Question) -> Bool {
    let answers = question.answers.map(\.name).filter { !Self.others.contains($0.lowercased()) }
    let telling = answers.count(where: tellsWho)
    return telling > 0 && 2 * telling > answers.count
  }

  /// Whether a name of a count is an age, a sex, a kind of household or a department of those who took part.
  private func tellsWho(_ name: String) -> Bool {
    let plain = Self.plain(name)
    return departments.contains(name) || Self.sexes.contains(plain)
      || Self.households.contains(where: plain.contains)
      || plain.contains(/[0-9一二三四五六七八九十]\s*(歳|才|代)|[0-9]0s\b|\baged? [0-9]|[0-9] years old/)
  }

  /// Whether one of the answers is what people tell nobody: an illness, debts.
  private func tellsTroubles(_ question: Question) -> Bool {
    question.answers.contains { answer in
      Self.isTrouble(answer.name) || Self.cares.contains(where: Self.plain(answer.name).contains)
    }
  }

  private static func isTrouble(_ text: String) -> Bool { troubles.contains(where: plain(text).contains) }

  /// Small letters, plain figures, and without the words in which one asks to be told.
  private static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      let isWide = (0xFF10...0xFF19).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).replacing("教えてほしい", with: "").replacing("お聞かせ", with: "")
  }

  private static let experiences = [
    "ことがありますか", "ことはありますか", "ことがある", "経験はありますか", "経験がありますか", "have you ever", "did you ever",
  ]

  /// What asks for a view, whatever it is about.
  private static let views = [
    "思い", "思う", "思わ", "ほしい", "欲しい", "たいです", "たいと", "たいか", "たい？", "たいもの", "たいこと", "べき", "賛成", "反対", "期待", "希望",
    "満足", "よかった", "良かった", "いかが", "どうでし", "役に立", "わかりましたか", "分かりましたか", "どう感じ", "どう考え", "お考え", "ご意見", "ご感想",
    "印象",
    "評価", "think", "would", "should", "prefer", "satisf", "agree", "useful", "enjoy", "opinion", "worth",
    "will stay", "helpful", "clear", "recommend",
  ]
  /// What asks for a view unless it is about something that people tell nobody.
  private static let weakViews = [
    "感じ", "考え", "できそう", "好き", "大切", "不安", "心配", "関心", "興味", "理由", "なぜ", "続けますか", "参加", "困っていること", "困りごと",
    "気になる", "気になった", "見ましたか", "選びましたか", "feel", "want", "like", "hope", "why", "wish", "worr",
    "does the ", "do we ", "かったです", "かったか", "が一番", "すすめ", "発見", "増えましたか", "よいですか", "いいですか", "わかりやす",
    "分かりやす", "進め方", "会場", "今日の", "説明", "how was", "how did you find", "did you learn", "easy", "again",
    "enough",
    "the pace", "the morning", "the workshop", "the venue", "best",
  ]

  private static let asksForNeeds = ["必要", "要りますか", "do you need"]
  private static let places = [
    "地区", "地域", "町", "まち", "街", "村", "集落", "この先", "これから", "何が必要", "なにが必要", "town", "village", "street",
    "here", "place", "neighbourhood", "neighborhood",
  ]
  private static let needs = [
    "介護", "介助", "手助け", "支援", "見守り", "付き添い", "付添", "助けが", "care", "help", "support", "assist",
  ]
  /// Whom a question is about that asks people of themselves.
  private static let selves = [
    "あなたは", "あなたの", "あなたに", "ご自身", "自分", "ご家族", "家族に", "家族が", "お宅", "your", "yourself", "you are", "are you",
    "you have", "do you have", "at home",
  ]
  /// A theme that many name, and of one who answers a trouble.
  private static let cares = ["介護", "介助", "看護", "care for", "caring"]
  private static let troubles = [
    "認知症", "借金", "生活保護", "糖尿", "がん患者", "がんの", "うつ病", "障がい", "障害", "要介護", "持病", "病気", "虐待", "離婚", "死別", "失業",
    "引きこもり", "ひきこもり", "寝たきり", "車いす", "車椅子", "滞納", "透析", "通院", "入院", "酒", "依存", "暴力", "自殺", "ひとり親", "母子家庭",
    "父子家庭", "うつだ", "うつの", "うつ状態", "孤独", "宗教", "信仰", "夫婦仲", "収入", "dementia", "debt", "disab", "illness",
    "cancer", "diabet",
    "depress", "divorc", "unemploy",
    "on benefits", "wheelchair", "widow", "bedridden", "drink", "addict", "abus", "suicid", "lonel", "poor",
    "religio",
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

  /// What a tally is divided by where its counts are of groups of people.
  private static let divisions = [
    "年代", "年齢", "世代別", "男女", "性別", "所属別", "部署別", "課別", "地区別", "地域別", "町内別", "集落別", "組別", "班別", "世帯別", "世帯の",
    "家族構成", "職業", "学年別", "出身", "国籍",
  ]
  private static var byGroup: some RegexComponent {
    /\b(by|per) (age|sex|gender|department|district|household|group|team|street|job|occupation|family)/
  }

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
