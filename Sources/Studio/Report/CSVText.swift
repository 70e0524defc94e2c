/// Rows as spreadsheets open them: a byte order mark, without which Excel takes Japanese for something else, CR LF at the
/// end of each line, quotes where a cell needs them (RFC 4180).
enum CSVText {
  static func text(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    var text = text
    // A title that begins like a formula stays a title: spreadsheets would run it.
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil { text = "'" + text }
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
