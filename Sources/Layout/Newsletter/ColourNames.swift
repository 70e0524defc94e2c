import Picture
import Workshop

/// Colours that everybody knows by their names, for those of which a table wrote no number.
///
/// Japanese names after the customary colours of JIS Z 8102, English ones after the basic colours of CSS, some a little
/// deeper, as they are on paper.
enum ColourNames {
  /// The colour of a name; nil where it is none of these.
  static func color(of name: String) -> Color? {
    let plain = name.lowercased().filter { !$0.isWhitespace }
    if let value = values[plain] { return Color(value) }
    let short = plain.hasSuffix("色") ? String(plain.dropLast()) : plain + "色"
    return values[short].map { Color($0) }
  }

  private static let values: [String: UInt32] = [
    "赤": 0xBE0032, "朱色": 0xEF454A, "朱": 0xEF454A, "紅色": 0xBE003F, "えんじ色": 0xAD3140, "桜色": 0xFBDADE,
    "桃色": 0xE38698, "ピンク": 0xEAB4C1, "橙色": 0xEF810F, "オレンジ": 0xEF810F, "柿色": 0xDB5C35, "茶色": 0x6D4C33,
    "ブラウン": 0x6D4C33, "こげ茶": 0x543F32, "ベージュ": 0xEED9B6, "黄土色": 0xB8883B, "山吹色": 0xF9A800, "黄色": 0xE3C700,
    "黄": 0xE3C700, "レモン色": 0xE7DB3B, "クリーム色": 0xF0E2BE, "黄緑": 0x9EB84B, "若草色": 0xAAB300, "若葉色": 0xA5BA6F,
    "萌黄": 0x97A61E, "抹茶色": 0xC0BA7F, "緑": 0x008E5B, "深緑": 0x005731, "エメラルドグリーン": 0x00AA78, "青緑": 0x008E94,
    "水色": 0x9DCCE0, "空色": 0x89BDDE, "青": 0x006AB6, "群青色": 0x3A3C8B, "紺": 0x223A70, "紺色": 0x223A70,
    "藍色": 0x2B4B65,
    "藍": 0x2B4B65, "浅葱色": 0x00A1BA, "若竹色": 0x70AF8C, "藤色": 0xA294C8, "紫": 0x9B56A3, "すみれ色": 0x5B4C9B,
    "江戸紫": 0x6F514C, "小豆色": 0x8C4C4A, "白": 0xFFFFFF, "生成り色": 0xF7F1E3, "灰色": 0x767676, "グレー": 0x767676,
    "ねずみ色": 0x797979, "銀色": 0xBFBFBF, "金色": 0xC9A63C, "黒": 0x1E1E1E, "グリーン": 0x008E5B, "ブルー": 0x006AB6,
    "レッド": 0xBE0032, "イエロー": 0xE3C700, "ネイビー": 0x223A70,
    "red": 0xBE0032, "orange": 0xEF810F, "yellow": 0xE3C700, "green": 0x008E5B, "darkgreen": 0x005731,
    "lightgreen": 0x9CCB8B, "blue": 0x006AB6, "lightblue": 0x9DCCE0, "skyblue": 0x89BDDE, "navy": 0x223A70,
    "navyblue": 0x223A70, "turquoise": 0x00A1A8, "teal": 0x00777F, "purple": 0x7B3F98, "violet": 0x6F4BA0,
    "lavender": 0xC4B5DC, "pink": 0xEAB4C1, "brown": 0x6D4C33, "beige": 0xEED9B6, "cream": 0xF0E2BE,
    "white": 0xFFFFFF, "grey": 0x767676, "gray": 0x767676, "silver": 0xBFBFBF, "gold": 0xC9A63C,
    "black": 0x1E1E1E, "olive": 0x7A7A2E, "maroon": 0x7A2330, "crimson": 0xBE003F, "indigo": 0x2B4B65,
  ]
}

extension NamedColour {
  /// What it is painted in: the number that the table wrote, else what everybody understands by its name; nil where that
  /// says nothing.
  var color: Color? { rgb.map { Color($0) } ?? ColourNames.color(of: name) }
}
