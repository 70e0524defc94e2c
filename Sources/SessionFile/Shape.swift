/// What may stand behind a key, for the schema.
indirect enum Shape: Sendable {
  case constant(Int)
  case text
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
  case oneOrMore(of: Shape)
  case namedTables(of: Shape)
  case reference(String)
  /// A number, 0 or more, with at most two digits after the point and a counter word behind it.
  case amount
  /// A whole number, 0 or more.
  case count
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
