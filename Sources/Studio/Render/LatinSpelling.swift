import Foundation

/// How names in Latin letters are compared, and in which other ways the same name is written.
enum LatinSpelling {
  /// A letter without the marks over and under it: o for ø, ss for ß.
  static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar {
    case "ß": ["s", "s"]
    case "æ": ["a", "e"]
    case "œ": ["o", "e"]
    case "ø": ["o"]
    case "ł": ["l"]
    case "đ", "ð": ["d"]
    case "þ": ["t", "h"]
    case "ı": ["i"]
    case "ħ": ["h"]
    default: String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first.map { [$0] } ?? [scalar]
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return (WordIndex.isLatin(scalar) || (0x1E00...0x1EFF).contains(scalar.value))
      && scalar.properties.isAlphabetic
  }

  /// Marks that are typed for the one in O’Brien.
  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2018, 0x2019, 0x201B, 0x2032, 0x2035, 0xA78C: true
    default: false
    }
  }

  /// Whether an apostrophe stands inside a name, where it is as good as nothing, and not before what is put behind one
  /// (Brown’s) or behind a pronoun (she’ll).
  static func isOfName(after last: Unicode.Scalar?, before rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard isLetter(last), isLetter(rest.first) else { return false }
    let tail = String(String.UnicodeScalarView(rest.prefix { isLetter($0) }))
    return !["s", "t", "d", "m", "ll", "re", "ve"].contains(tail)
  }

  /// The other ways to write a name: O Brien and O-Brien, Smith Jones and SmithJones for Smith-Jones, Mueller for Müller,
  /// Ohta for Ōta.
  static func variants(of name: String) -> [String] {
    var variants: [String] = []
    for text in [name] + transcribed(name) {
      let parts = text.split {
        " -'".contains($0) || $0.unicodeScalars.allSatisfy(isApostrophe) || dashes.contains($0)
      }
      variants.append(text)
      guard parts.count > 1 else { continue }
      variants += [" ", "-"].map { parts.joined(separator: $0) }
      if text.count > 5 { variants.append(parts.joined()) }
    }
    var seen: Set<String> = [name]
    return variants.filter { seen.insert($0).inserted }
  }

  private static let dashes = "‐‑–−"

  /// The ways in which letters are written that a keyboard may not have.
  private static func transcribed(_ name: String) -> [String] {
    let lower = name.lowercased()
    return [
      [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa")], [("ō", "ou"), ("ū", "uu")],
      [("ō", "oh"), ("ū", "uh")], [("ō", "oo"), ("ū", "u")],
    ].map { pairs in pairs.reduce(lower) { $0.replacing($1.0, with: $1.1) } }.filter { $0 != lower }
  }

  /// What a name may be that was written for want of other keys: Müller for Mueller, Sato for Satoh.
  static func retold(_ name: String) -> [String] {
    let lower = name.lowercased()
    guard lower.count > 4 else { return [] }
    return [("ae", "a"), ("oe", "o"), ("ue", "u"), ("ou", "o"), ("oh", "o"), ("uu", "u")].map {
      lower.replacing($0.0, with: $0.1)
    }.filter { $0 != lower && $0.count > 3 }
  }
}
