/// What may stand behind a key, for the schema.
indirect enum Shape: Sendable {
  case constant(Int)
  case text
  /// Text that is not blank.
  case name
  /// Text of this pattern; numbers are not held to it.
  case matching(String)
  /// Lines of this pattern.
  case linesMatching(String)
  case date
  case year
  case birthYear
  case age
  case horizons
  case size
  case bearing
  case point
  case points(atLeast: Int)
  case words([String])
  case names
  case lines
  case onOff
  case textOrSwitch
  case threshold(ClosedRange<Int>)
  case pattern(String)
  case units
  case list(of: Shape)
  /// A list that may not be empty.
  case filledList(of: Shape)
  case oneOrMore(of: Shape)
  /// Values under names that match the pattern, or under any.
  case namedTables(of: Shape, names: String? = nil)
  case reference(String)
  /// A number, 0 or more (a share: to 100), with at most two digits after the point and one of these words behind it.
  case amount(units: [String], isShare: Bool)
  /// The name of a picture's file, or one of these words.
  case picture(or: [String])
  /// A whole number, 0 or more.
  case count
  /// A whole number of this range.
  case number(ClosedRange<Int>)
  /// Names, each with a count.
  case counts
  /// One or more times of day.
  case clocks
  /// A yearly chance of people's: a switch, a number, numbers by age or sex, a file.
  case rate
  /// A chance in numbers, or one of these words.
  case share(words: [String])
  /// A number of families, or off.
  case families
  /// Lines, or the table of that name.
  case linesOrTable(String)
}
