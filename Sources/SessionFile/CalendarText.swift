import Workshop

/// Calendar years as people type them: `2030`, `2030年`, `令和12年`, `R12`, `平成元年`.
enum YearText {
  /// The years a session may speak of.
  static let range = 1850...2200

  private static let eras = JapaneseEra.allCases.map { era in
    (era: era, names: era.names.map { Array($0.unicodeScalars) })
  }

  /// The year that `scalars` (folded) hold from `start` on, and where it ends, a 年 included.
  static func prefix(_ scalars: [Unicode.Scalar], at start: Int) -> (year: Int, end: Int)? {
    if let era = eraPrefix(scalars, at: start) { return era }
    guard let number = digits(scalars, at: start), number.end - start == 4, range.contains(number.value)
    else {
      return nil
    }
    return (number.value, skip("年", scalars, number.end))
  }

  /// Whether a name or a letter of ``eras`` begins like this.
  static func beginsEra(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "明", "大", "昭", "平", "令", "M", "m", "T", "t", "S", "s", "H", "h", "R", "r": true
    default: false
    }
  }

  private static func eraPrefix(_ scalars: [Unicode.Scalar], at start: Int) -> (year: Int, end: Int)? {
    // Every word of a file comes by here; hardly any begins an era.
    guard start < scalars.count, beginsEra(scalars[start]) else { return nil }
    for (era, names) in eras {
      for letters in names {
        guard scalars.holds(letters, at: start) else { continue }
        let begin = start + letters.count
        if begin < scalars.count, scalars[begin] == "元" {
          return (era.firstYear, skip("年", scalars, begin + 1))
        }
        guard let number = digits(scalars, at: begin), let year = era.calendarYear(of: number.value) else {
          continue
        }
        return (year, skip("年", scalars, number.end))
      }
    }
    return nil
  }

  /// The whole number at `start`; of at most nine digits, all of them taken.
  static func digits(_ scalars: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while end < scalars.count, scalars[end].isDigit {
      guard end - start < 9 else { return nil }
      value = value * 10 + Int(scalars[end].value - 0x30)
      end += 1
    }
    return end > start ? (value, end) : nil
  }

  private static func skip(_ scalar: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    index < scalars.count && scalars[index] == scalar ? index + 1 : index
  }
}

/// Calendar dates as people type them: `2023-02-07`, `2023/2/7`, `2023.2.7`, `2023年2月7日`, `令和5年2月7日`.
enum DateText {
  enum Reading: Equatable {
    case date(CalendarDate)
    /// The month has only `last` days; nil where there is no such month.
    case doesNotExist(month: Int, day: Int, last: Int?)
    case unreadable
  }

  /// The year with which a date begins, be the rest of it as it may.
  static func year(_ text: String) -> Int? {
    YearText.prefix(Array(text.folded.trimmed.unicodeScalars), at: 0)?.year
  }

  static func read(_ text: String) -> Reading {
    let scalars = Array(text.folded.trimmed.unicodeScalars)
    let separators: [Unicode.Scalar] = ["-", "/", ".", "−", "‐", " "]
    func skipSeparator(_ index: Int) -> Int {
      index < scalars.count && separators.contains(scalars[index]) ? index + 1 : index
    }
    guard let year = YearText.prefix(scalars, at: 0) else { return .unreadable }
    guard let month = YearText.digits(scalars, at: skipSeparator(year.end)) else { return .unreadable }
    var index = month.end
    if index < scalars.count, scalars[index] == "月" { index += 1 } else { index = skipSeparator(index) }
    guard index > month.end, let day = YearText.digits(scalars, at: index) else { return .unreadable }
    index = day.end
    if index < scalars.count, scalars[index] == "日" { index += 1 }
    // A day of the week may follow in brackets.
    if index + 3 == scalars.count, scalars[index] == "(", scalars[index + 2] == ")",
      "月火水木金土日祝".unicodeScalars.contains(scalars[index + 1])
    {
      index += 3
    }
    guard index == scalars.count else { return .unreadable }
    guard let last = CalendarDate.lastDay(of: month.value, in: year.year) else {
      return .doesNotExist(month: month.value, day: day.value, last: nil)
    }
    guard (1...last).contains(day.value) else {
      return .doesNotExist(month: month.value, day: day.value, last: last)
    }
    return .date(CalendarDate(year: year.year, month: month.value, day: day.value))
  }
}
