/// A time of day, in minutes after midnight.
public struct ClockTime: Sendable, Hashable, Comparable {
  /// 0 is midnight; 1440 and more are the next day, which a long timetable may reach.
  public var minutes: Int

  /// A time of day from the minutes after midnight.
  public init(minutes: Int) { self.minutes = minutes }

  /// A time of day.
  public init(hour: Int, minute: Int) { minutes = hour * 60 + minute }

  /// As a clock shows it: `9:05`.
  public var text: String {
    let hour = minutes / 60 % 24
    let minute = minutes % 60
    return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// Whether `a` comes earlier.
  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }
}

/// A part of a timetable's item.
public struct TimetableStep: Sendable, Hashable {
  /// How long it takes.
  public var minutes: Int
  /// What is done.
  public var title: String

  /// Makes a step.
  public init(minutes: Int, title: String) {
    self.minutes = minutes
    self.title = title
  }
}

/// One line of the timetable.
public struct TimetableItem: Sendable, Hashable {
  /// What it is called.
  public var title: String
  /// How long it takes.
  public var minutes: Int
  /// What happens in it.
  public var content: String?
  /// Its parts, in order.
  public var steps: [TimetableStep]
  /// Who is in charge of it.
  public var lead: String?
  /// Whether everybody rests.
  public var isBreak: Bool

  /// Makes an item.
  public init(
    title: String, minutes: Int, content: String? = nil, steps: [TimetableStep] = [], lead: String? = nil,
    isBreak: Bool = false
  ) {
    self.title = title
    self.minutes = minutes
    self.content = content
    self.steps = steps
    self.lead = lead
    self.isBreak = isBreak
  }
}

/// What happens when; the same sheet serves every run of the day.
public struct Timetable: Sendable, Hashable {
  /// When each run begins; at least one.
  public var runs: [ClockTime]
  /// The items in order.
  public var items: [TimetableItem]

  /// Makes a timetable.
  public init(runs: [ClockTime], items: [TimetableItem]) {
    self.runs = runs
    self.items = items
  }

  /// How long everything takes.
  public var minutes: Int { items.reduce(0) { $0 + $1.minutes } }

  /// When an item begins, in every run.
  public func starts(of index: Int) -> [ClockTime] {
    let offset = items.prefix(index).reduce(0) { $0 + $1.minutes }
    return runs.map { ClockTime(minutes: $0.minutes + offset) }
  }

  /// When a step of an item begins, in every run.
  public func starts(of index: Int, step: Int) -> [ClockTime] {
    let offset = items[index].steps.prefix(step).reduce(0) { $0 + $1.minutes }
    return starts(of: index).map { ClockTime(minutes: $0.minutes + offset) }
  }

  /// When each run ends.
  public var ends: [ClockTime] { runs.map { ClockTime(minutes: $0.minutes + minutes) } }

  /// The times as they are printed: the first run's, the others' in brackets: `9:05 (13:35)`.
  public static func text(_ times: [ClockTime]) -> String {
    guard let first = times.first else { return "" }
    let others = times.dropFirst().map(\.text).joined(separator: ", ")
    return others.isEmpty ? first.text : "\(first.text) (\(others))"
  }
}
