import Diagnostics
import Workshop

/// A list of words in both languages, each standing for a value.
struct Vocabulary<Value: Sendable>: Sendable {
  /// What is meant, by every word for it; the English one first.
  let entries: [(value: Value, words: [String])]
  private let byWord: WordTable<Int>

  init(_ entries: [(Value, [String])]) {
    self.entries = entries.map { (value: $0.0, words: $0.1) }
    byWord = WordTable(
      entries.enumerated().flatMap { index, entry in entry.1.map { ($0, index) } })
  }

  /// What `word` stands for, in either width and either case of letters.
  subscript(word: String) -> Value? { self[word.unicodeScalars] }

  /// The same of the scalars of a word.
  subscript(word: some Sequence<Unicode.Scalar>) -> Value? { byWord[word].map { entries[$0].value } }

  /// Every word, for the schema and for suggestions.
  var words: [String] { entries.flatMap(\.words) }

  /// One word of each, in the language that `text` seems to be written in.
  func examples(like text: String) -> [String] {
    let isJapanese = text.looksJapanese
    return entries.compactMap { entry in
      isJapanese ? entry.words.first(where: \.looksJapanese) ?? entry.words.first : entry.words.first
    }
  }
}

/// The lists of words of the session file.
enum Words {
  static let houseKinds = Vocabulary<HouseKind>([
    (.detached, ["detached", "戸建て", "戸建", "一戸建て", "一軒家"]),
    (.apartment, ["apartment", "集合住宅", "アパート", "マンション", "団地"]),
    (.shop, ["shop", "店", "商店", "店舗", "コンビニ", "スーパー"]),
    (.facility, ["facility", "施設", "工場", "事業所", "公民館", "集会所", "診療所", "寺", "神社"]),
    (.emptyLot, ["empty-lot", "空き地", "空地", "更地"]),
  ])

  static let roadKinds = Vocabulary<LineKind>([
    (.main, ["main", "幹線", "県道", "国道", "大通り"]),
    (.street, ["street", "通り", "市道", "町道"]),
    (.lane, ["lane", "小道", "路地", "農道"]),
    (.path, ["path", "細道", "歩道", "山道"]),
  ])

  static let areaKinds = Vocabulary<AreaKind>([
    (.field, ["field", "畑", "田", "田畑", "田んぼ", "農地"]),
    (.wood, ["wood", "林", "山", "森", "竹林"]),
    (.park, ["park", "公園", "広場"]),
    (.water, ["water", "池", "湖", "海", "ため池"]),
  ])

  static let sides = Vocabulary<Compass>([
    (.north, ["north", "北", "北側", "n"]),
    (.south, ["south", "南", "南側", "s"]),
    (.east, ["east", "東", "東側", "e"]),
    (.west, ["west", "西", "西側", "w"]),
  ])

  static let starts = Vocabulary<Compass>([
    (.west, ["west", "西", "西から", "w"]),
    (.east, ["east", "東", "東から", "e"]),
    (.north, ["north", "北", "北から", "n"]),
    (.south, ["south", "南", "南から", "s"]),
  ])

  static let languages = Vocabulary<Language>([
    (.ja, ["ja", "日本語", "japanese"]),
    (.en, ["en", "英語", "english"]),
  ])

  static let asked = Vocabulary<Question.About>([
    (.person, ["person", "people", "人のこと", "人"]),
    (.opinion, ["opinion", "考え", "意見"]),
  ])

  static let sexes = Vocabulary<Sex>([
    (.male, ["male", "男", "男性", "M", "m", "○", "◯", "〇", "●", "man"]),
    (.female, ["female", "女", "女性", "F", "f", "△", "▲", "woman"]),
    (.unknown, ["unknown", "不明", "？"]),
  ])

  static let relations = Vocabulary<Relation>([
    (.head, ["head", "本人", "世帯主"]),
    (.partner, ["partner", "配偶者", "妻", "夫", "パートナー", "wife", "husband", "spouse"]),
    (
      .child,
      [
        "child", "子", "子ども", "長男", "長女", "次男", "次女", "二男", "二女", "三男", "三女", "四男", "四女", "息子", "娘",
        "son", "daughter",
      ]
    ),
    (.childPartner, ["child-partner", "子の配偶者", "嫁", "婿", "長男の妻", "次男の妻", "長女の夫", "次女の夫"]),
    (.grandchild, ["grandchild", "孫", "grandson", "granddaughter"]),
    (.parent, ["parent", "親", "父", "母", "義父", "義母", "両親", "father", "mother"]),
    (
      .other,
      [
        "other", "同居", "同居人", "その他", "兄", "弟", "姉", "妹", "祖父", "祖母", "おじ", "おば", "brother", "sister",
        "grandfather", "grandmother",
      ]
    ),
  ])

  /// What a household may be said to be instead of naming its people.
  enum State { case vacant, unknown }
  static let states = Vocabulary<State>([
    (.vacant, ["vacant", "空き家", "空家", "空きや", "あきや", "空屋", "空", "空室", "無人", "■"]),
    (.unknown, ["unknown", "？", "不明", "わからない", "分からない", "知らない"]),
  ])

  static let switches = Vocabulary<Bool>([
    (true, ["on", "true", "yes", "はい", "する", "あり", "有"]),
    (false, ["off", "false", "no", "いいえ", "しない", "なし", "無"]),
  ])

  /// That the workshop's rule stands in the place of a chance.
  static let rule = Vocabulary<Bool>([(true, ["rule", "決まり"])])

  static let landmarkKinds = Vocabulary<LandmarkKind>([
    (.townHall, ["town-hall", "市役所", "町役場", "村役場", "役場", "役所", "支所"]),
    (.meetingHall, ["meeting-hall", "集会所", "公民館", "市民センター", "自治会館", "公会堂"]),
    (.shelter, ["shelter", "避難所", "避難場所"]),
    (.school, ["school", "学校", "小学校", "中学校", "高校"]),
    (.nursery, ["nursery", "保育園", "幼稚園", "保育所", "こども園"]),
    (.shop, ["shop", "店", "商店", "店舗", "コンビニ"]),
    (.supermarket, ["supermarket", "スーパー"]),
    (.clinic, ["clinic", "診療所", "医院"]),
    (.hospital, ["hospital", "病院"]),
    (.pharmacy, ["pharmacy", "薬局"]),
    (.busStop, ["bus-stop", "バス停"]),
    (.station, ["station", "駅"]),
    (.shrine, ["shrine", "神社"]),
    (.temple, ["temple", "寺", "お寺"]),
    (.postOffice, ["post-office", "郵便局"]),
    (.aed, ["aed"]),
    (.healthRoom, ["health-room", "まちの保健室", "保健室"]),
    (.police, ["police", "交番", "駐在所", "警察署"]),
    (.fireStation, ["fire-station", "消防署", "消防団"]),
    (.hydrant, ["hydrant", "消火栓", "防火水槽"]),
    (.playground, ["playground", "遊び場", "公園", "広場"]),
    (.careHome, ["care-home", "介護施設", "老人ホーム"]),
    (.garbage, ["garbage", "ごみ集積所", "ごみ置き場", "ゴミ集積所"]),
    (.cemetery, ["cemetery", "墓地", "墓"]),
    (.publicLibrary, ["library", "図書館"]),
    (.parking, ["parking", "駐車場"]),
    (.bridge, ["bridge", "橋"]),
    (.other, ["other", "その他"]),
  ])
}
