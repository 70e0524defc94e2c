import Foundation

/// How names are compared: 髙橋 is 高橋, 渡邉 is 渡辺, 佐佐木 is 佐々木, ﾊﾏﾀﾞ is ハマダ, シヅヱ is シズエ, O’Brien is OBRIEN, García is
/// Garcia, and marks that nobody sees are nothing.
enum NameSpelling {
  /// Each text as ``WordIndex/folded(_:)`` gives it, with one form for every character that is written in several.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    let folded = WordIndex.folded(text)
    // Nearly no text has one.
    let varies = varies
    guard folded.contains(where: { isSpecial($0, varies) }) else { return folded }
    let usual = usual
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(folded.count)
    var before: Unicode.Scalar?
    for (index, scalar) in folded.enumerated() {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: continue
      case 0x300...0x36F: addMark(scalar, to: &result, before: folded[(index + 1)...])
      case 0xDF...0x24F, 0x1E00...0x1EFF: result += LatinSpelling.plain(scalar)
      case _ where LatinSpelling.isApostrophe(scalar):
        if !LatinSpelling.isOfName(after: result.last, before: folded[(index + 1)...]) { result.append("'") }
      case 0x2010, 0x2011, 0x2013, 0x2212:
        result.append(LatinSpelling.isLetter(result.last) ? "-" : scalar)
      case 0x3005: result.append(before ?? scalar)
      case 0x309D, 0x309E, 0x30FD, 0x30FE: result.append(KanaSpelling.repeated(result.last, by: scalar))
      case 0x3041...0x30FA: result.append(KanaSpelling.usual(scalar))
      case 0x2E80...0x2FDF, 0x3400...0x9FFF, 0xFA0E...0xFA29, 0x20000...0x2FFFF:
        result.append(usual[scalar] ?? scalar)
      default: result.append(scalar)
      }
      // A mark between two characters changes nothing about which of them is repeated: 佐・々・木.
      if let last = result.last, isHan(last) { before = last }
    }
    return result
  }

  /// A mark over the letter before it is left out where that is a Latin one; an acute accent by itself, which has become a
  /// blank and a mark, is typed for an apostrophe.
  private static func addMark(
    _ mark: Unicode.Scalar, to result: inout [Unicode.Scalar], before rest: ArraySlice<Unicode.Scalar>
  ) {
    if LatinSpelling.isLetter(result.last) { return }
    guard result.last == " ", mark.value == 0x300 || mark.value == 0x301 else { return result.append(mark) }
    result.removeLast()
    if !LatinSpelling.isOfName(after: result.last, before: rest) { result.append("'") }
  }

  /// Whether a character is written in several forms, repeats the one before it, or is seen by nobody.
  private static func isSpecial(_ scalar: Unicode.Scalar, _ varies: [Bool]) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF: varies[Int(scalar.value) - 0x4E00]
    case 0x27, 0x60: true
    case 0..<0xAD, 0x2014...0x2017, 0x201A, 0x201C...0x2031, 0x2036...0x205F, 0x2061...0x2E7F,
      0x2FE0...0x3004,
      0x3006...0x3040,
      0x30FB, 0x30FC:
      false
    case 0x3041...0x309C, 0x309F...0x30FA: KanaSpelling.usual(scalar) != scalar
    default: true
    }
  }

  /// For each of the common Chinese characters whether it stands for a more usual one.
  private static let varies: [Bool] = {
    var varies = Array(repeating: false, count: 0x9FFF - 0x4E00 + 1)
    for other in usual.keys where (0x4E00...0x9FFF).contains(other.value) {
      varies[Int(other.value) - 0x4E00] = true
    }
    return varies
  }()

  /// Chinese characters, 々 among them.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Either kana, with the mark that lengthens.
  static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) }

  /// The usual character for each of those that stand in family registers beside it.
  private static let usual: [Unicode.Scalar: Unicode.Scalar] = {
    var usual: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in variants {
      guard let first = group.unicodeScalars.first else { continue }
      for other in group.unicodeScalars.dropFirst() { usual[other] = first }
    }
    return usual
  }()

  /// The usual character first, then the others: pairs of old and new forms (常用漢字表, 人名用漢字表), and what JIS X 0208 and
  /// 0213 have beside them because families write it so.
  private static let variants = [
    "高髙", "崎﨑嵜", "辺邊邉", "斉齊斎齋", "沢澤", "浜濱濵", "島嶋嶌", "広廣", "国國", "桜櫻", "真眞", "滝瀧", "竜龍", "徳德", "恵惠",
    "栄榮", "条條", "浅淺", "会會", "実實", "宝寶寳", "岳嶽", "峰峯", "館舘", "薮藪籔", "桧檜", "万萬", "与與", "寿壽", "豊豐",
    "弥彌", "礼禮", "静靜", "円圓", "応應", "鉄鐵", "塩鹽", "村邨", "槙槇", "関關", "蔵藏", "参參", "顕顯", "曽曾", "増增", "黒黑",
    "青靑", "清淸", "吉𠮷", "鴎鷗", "柳栁", "桑桒", "富冨", "教敎", "緒緖", "彦彥", "尚尙", "郎郞", "涼凉", "戸戶", "呉吳", "来來",
    "児兒", "為爲", "稲稻", "穂穗", "縄繩", "県縣", "荘莊", "当當", "譲讓", "遥遙", "郷鄕", "鶏鷄", "麦麥", "亀龜", "瀬瀨", "頼賴",
    "伝傳", "体體", "内內", "冴冱", "剣劍劔", "勲勳", "単單", "厳嚴", "囲圍", "壌壤", "奥奧", "学學", "宮宫", "将將", "巌巖", "巣巢",
    "帯帶", "帰歸", "弁辨", "従從", "拝拜", "拡擴", "昴昻", "晃晄", "暁曉", "横橫", "歩步", "沖冲", "渋澁", "温溫", "湾灣", "潜潛",
    "灯燈", "猪豬", "瑶瑤", "畳疊", "皐皋", "禄祿", "竈竃", "粋粹", "糸絲", "経經", "継繼", "総總", "緑綠", "芦蘆", "蒋蔣", "薫薰",
    "蛍螢", "蝿蠅", "衛衞", "装裝", "読讀", "賛贊", "釜釡", "鎮鎭", "闘鬪", "隠隱", "雑雜", "霊靈", "駅驛", "鯵鰺", "鴬鶯", "麹麴",
    "黄黃", "歳歲", "渕淵渊", "喜㐂", "薗園", "苅刈", "埜野", "栢柏", "土圡", "鶴靏鸖靍", "禅禪", "慎愼", "晋晉", "薬藥", "楽樂",
    "亜亞", "労勞", "変變", "営營", "恒恆", "検檢", "権權", "済濟", "渓溪", "満滿", "毎每", "画畫", "悦悅", "秘祕", "穏穩", "絵繪", "続續",
    "縁緣", "覚覺", "観觀", "誉譽", "軽輕", "釈釋", "録錄", "随隨", "仏佛", "収收", "叙敍敘", "籠篭", "祢禰", "聡聰", "壷壺", "気氣",
    "船舩", "両兩", "医醫", "旧舊", "角⻆", "凜凛", "嶺岺", "梅楳", "松枩", "草艸", "虎乕", "蚕蠶", "対對", "数數", "桟棧", "鋳鑄", "独獨",
  ]
}
