/// The names under which people and offices speak to everybody: where they stand, nobody is given away.
struct Signatures: Sendable {
  /// The names as they are written.
  let all: [String]
  /// Their bytes; nil where a text that reads the same may be spelt otherwise.
  private let spellings: [[UInt8]?]

  init(_ all: [String]) {
    self.all = all
    spellings = all.map { PlainScalars.isSpeltOneWay($0) ? Array($0.utf8) : nil }
  }

  /// The text with a line feed in the place of every name.
  func masked(in text: String) -> String {
    // Nearly no text has one; to look for bytes takes a hundredth of the time of looking for characters.
    let isSpeltOneWay = PlainScalars.isSpeltOneWay(text)
    var masked = text
    for (name, spelling) in zip(all, spellings) {
      if isSpeltOneWay, let spelling, !masked.hasBytes(spelling) { continue }
      masked = masked.replacing(name, with: "\n")
    }
    return masked
  }
}

extension String {
  /// Whether `bytes` stand in it.
  fileprivate func hasBytes(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    var text = self
    return text.withUTF8 { text in
      guard text.count >= bytes.count else { return false }
      return (0...text.count - bytes.count).contains { start in
        text[start] == first && text[start..<start + bytes.count].elementsEqual(bytes)
      }
    }
  }
}
