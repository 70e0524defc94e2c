/// Quotation marks and apostrophes of Latin words.
///
/// The typeface has them as wide as those of Japanese, half an em with all of the white on one side: ‘clerk’ s office’.
/// It has narrow ones too, behind its feature for alternates.
enum LatinQuotes {
  /// The feature of each mark that stands at a Latin letter, figure or sign, and its bytes in `text`.
  static func features(in text: String) -> [(bytes: Range<Int>, feature: String)] {
    guard text.utf8.contains(0xE2) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [(bytes: Range<Int>, feature: String)] = []
    var byte = 0
    for (index, scalar) in scalars.enumerated() {
      let end = byte + scalar.utf8.count
      if let feature = narrow[scalar] {
        let opens = scalar == "\u{2018}" || scalar == "\u{201C}"
        let before = scalars[..<index].last { narrow[$0] == nil }
        let after = scalars[(index + 1)...].first { narrow[$0] == nil }
        // An apostrophe may begin a word: ’90s.
        let isLatin =
          opens
          ? after.map(isLatin) ?? false
          : before.map(isLatin) ?? false || scalar == "\u{2019}" && after.map(isLatin) ?? false
        if isLatin { found.append((byte..<end, feature)) }
      }
      byte = end
    }
    return found
  }

  /// Which of the alternates is narrow and stands as high as the mark itself; the first one of ” hangs at the baseline.
  private static let narrow: [Unicode.Scalar: String] = [
    "\u{2018}": "aalt=1", "\u{2019}": "aalt=1", "\u{201C}": "aalt=1", "\u{201D}": "aalt=2",
  ]

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x24F).contains(scalar.value) && scalar.value != 0x7F && !(0x80...0xA0).contains(scalar.value)
  }
}
