extension Int {
  /// As people read large numbers: `10,000`.
  public var grouped: String {
    var text = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return (self < 0 ? "-" : "") + text
  }
}
