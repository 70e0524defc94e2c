/// A calendar date.
public struct CalendarDate: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The month, 1…12.
  public var month: Int
  /// The day, 1…31.
  public var day: Int

  /// Makes a date; the caller has checked that it exists.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day of a month of the Gregorian calendar; nil where there is no such month.
  public static func lastDay(of month: Int, in year: Int) -> Int? {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: nil
    }
  }
}

/// The eras in which Japanese years are counted, since there is a civil register.
public enum JapaneseEra: Sendable, Hashable, CaseIterable {
  /// 明治, in solar years throughout, as the civil register has it.
  case meiji
  /// 大正.
  case taisho
  /// 昭和.
  case showa
  /// 平成.
  case heisei
  /// 令和.
  case reiwa

  /// The calendar year of its first year, 元年.
  public var firstYear: Int {
    switch self {
    case .meiji: 1868
    case .taisho: 1912
    case .showa: 1926
    case .heisei: 1989
    case .reiwa: 2019
    }
  }

  /// The number of its last year; of the present era that of the last to be written with two digits.
  public var lastNumber: Int {
    switch self {
    case .meiji: 45
    case .taisho: 15
    case .showa: 64
    case .heisei: 31
    case .reiwa: 99
    }
  }

  /// How people write it, in full and short; longer forms before those they begin with.
  public var names: [String] {
    switch self {
    case .meiji: ["明治", "M", "m"]
    case .taisho: ["大正", "T", "t"]
    case .showa: ["昭和", "昭", "S", "s"]
    case .heisei: ["平成", "平", "H", "h"]
    case .reiwa: ["令和", "令", "R", "r"]
    }
  }

  /// The calendar year of a year of the era, from 1; nil for one it did not have.
  public func calendarYear(of number: Int) -> Int? {
    (1...lastNumber).contains(number) ? firstYear + number - 1 : nil
  }
}
