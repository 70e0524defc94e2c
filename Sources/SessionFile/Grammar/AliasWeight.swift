/// How far a text would swell if every alias (`*a`) were written out, reckoned from above without parsing.
///
/// Yams itself shares what aliases stand for, but compares keys by everything inside them: a key made of nested aliases
/// would keep it busy for years. An anchor's node ends before the anchor is first used, so it weighs at most what
/// lies between the two.
struct AliasWeight {
  /// The offset of the alias with which the text becomes too heavy; nil for every sensible text.
  let tooHeavy: Int?

  /// In bytes; files are refused above ``SessionReader/largestSize`` already.
  private static let limit = 40_000_000

  init(_ bytes: [UInt8]) {
    var weights: [ArraySlice<UInt8>: Int] = [:]
    var begun: [ArraySlice<UInt8>: Int] = [:]
    var added = 0
    var heavy: Int?
    for index in bytes.indices where bytes[index] == 0x26 || bytes[index] == 0x2A {
      guard AliasWeight.beginsToken(bytes, index) else { continue }
      let name = AliasWeight.name(bytes, index)
      guard !name.isEmpty else { continue }
      if bytes[index] == 0x26 {
        begun[name] = index + added
        weights[name] = nil
        continue
      }
      guard let begin = begun[name] else { continue }
      let weight = weights[name] ?? (index + added - begin)
      weights[name] = weight
      added += weight
      if added > AliasWeight.limit {
        heavy = index
        break
      }
    }
    tooHeavy = heavy
  }

  private static func beginsToken(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    return [0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5B, 0x7B, 0x3A, 0x3F, 0x2D].contains(bytes[index - 1])
  }

  /// The letters libyaml takes for an anchor's name.
  private static func name(_ bytes: [UInt8], _ index: Int) -> ArraySlice<UInt8> {
    bytes[(index + 1)...].prefix {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
        || $0 == 0x5F
    }
  }
}
