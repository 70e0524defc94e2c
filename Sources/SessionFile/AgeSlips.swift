import Diagnostics

/// Ages typed so that nobody but whoever typed them knows what they are: never guessed, always told.
extension AgeText {
  // MARK: - Letters that look like digits

  /// `7o`, `l2`: an age with letters in the place of digits.
  static func lookAlike(_ scalars: [Unicode.Scalar], at start: Int) -> Reading? {
    var (value, digits, end) = (0, 0, start)
    while end < scalars.count, end - start < 4 {
      if scalars[end].isDigit {
        value = value * 10 + Int(scalars[end].value - 0x30)
        digits += 1
      } else if let digit = digit(lookingLike: scalars[end]) {
        value = value * 10 + digit
      } else {
        break
      }
      end += 1
    }
    guard digits > 0, end - start > digits, range.contains(value) else { return nil }
    if let next = scalars[safe: end], next.isDigit || next.isLatin { return nil }
    let typed = String(String.UnicodeScalarView(scalars[start..<end]))
    return .bad(
      message: Phrase(
        ja: "「\(typed)」は年齢として読めません。数字に似た文字が入っています。",
        en: "“\(typed)” cannot be read as an age: a letter stands in the place of a digit."),
      hint: Suggestion.didYouMean("\(value)"), end: end)
  }

  private static func digit(lookingLike scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "o", "O", "О", "о": 0
    case "l", "I", "|": 1
    default: nil
    }
  }

  // MARK: - Years of two digits

  /// `51年生`, `72年`: an age, or a year of birth of which the first half is left out.
  static func shortYear(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading? {
    guard scalars[safe: number.end] == "年", number.value < 1000 else { return nil }
    let day = skipDay(scalars, number.end + 1)
    let word = births.first { scalars.holds($0, at: day) }
    // 72年金暮らし is somebody of 72 who lives on a pension.
    guard word != nil || day == scalars.count else { return nil }
    let end = day + (word?.count ?? 0)
    let typed = String(String.UnicodeScalarView(scalars[(number.end - digits(number.value))..<end]))
    return .bad(
      message: Phrase(
        ja: "「\(typed)」が年齢か生まれた年かわかりません。",
        en: "It is not clear whether “\(typed)” is an age or a year of birth."),
      hint: shortYearHint(number.value, isBirth: word != nil), end: end)
  }

  private static func digits(_ value: Int) -> Int { String(value).count }

  private static func shortYearHint(_ value: Int, isBirth: Bool) -> Phrase {
    guard value < 100 else {
      return Phrase(
        ja: "生まれた年なら、西暦四桁で「1951年生」のように書いてください。",
        en: "Write a year of birth with four digits, as b1951.")
    }
    let year = value < 20 ? 2000 + value : 1900 + value
    let (ja, en) =
      (1...64).contains(value) ? ("か「昭和\(value)年生」", " or `S\(value)`") : ("", "")
    let birth = Phrase(
      ja: "生まれた年なら「\(year)年生」\(ja)、年齢なら「\(value)歳」と書いてください。",
      en: "Write `b\(year)`\(en) for a year of birth, `\(value)` for an age.")
    guard isBirth, (1...6).contains(value) else { return birth }
    return Phrase(
      ja: "\(birth.ja)学年は年齢の後ろに書きます: ○11 \(value)年生。",
      en: "\(birth.en) A school year stands behind the age: ○11 \(value)年生.")
  }

  /// Whether a word says in which year of school somebody is: 5年生.
  static func isSchoolYear(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count == 3, scalars[1] == "年", scalars[2] == "生" else { return false }
    return ("1"..."6").contains(scalars[0])
  }

  // MARK: - Ranges without an end

  /// Whether this is all of a range that does not say where it ends: a dash, or から.
  static func isOpenEnd(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count == 1 ? isDash(scalars[0]) : scalars == ["か", "ら"]
  }

  /// What is told of `70-` and `70〜`, in which `dash` is all that stands behind the `age`.
  static func openRange(_ age: ClosedRange<Int>, _ dash: String) -> (message: Phrase, hint: Phrase) {
    let word = age.count == 1 ? "\(age.lowerBound)" : "\(age.lowerBound)代"
    let last = min(range.upperBound, age.lowerBound + (age.count == 1 ? 9 : 19))
    return (
      Phrase(
        ja: "「\(word)\(dash)」の「\(dash)」の後ろに何もないので、年齢は\(word)\(age.count == 1 ? "歳" : "")として読みました。",
        en:
          "Nothing stands behind the “\(dash)” of the age; it was read as \(age.lowerBound)\(age.count == 1 ? "" : "s")."
      ),
      Phrase(
        ja: "それより上なら「\(age.lowerBound)-\(last)」か 70代、70代前半 のように幅で書いてください。",
        en: "If older is meant, write a range or a band: \(age.lowerBound)-\(last), 70s, early 70s.")
    )
  }
}
