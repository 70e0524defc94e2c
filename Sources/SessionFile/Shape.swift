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
}
