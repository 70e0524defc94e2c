import Foundation

/// Edith and Marlowe of Edith Marlowe, which are names where they are written as names are, with a capital letter.
enum LatinNameParts {
  /// The parts of a name in Latin letters, of three letters or more; none of other names, and of one that has one part.
  ///
  /// - Parameter isPerson: whether it is the name of a resident; of a house it is a family’s only where it says so.
  static func all(of written: String, isPerson: Bool) -> [String] {
    let name = PlainScalars.composed(written)
    guard name.unicodeScalars.allSatisfy({ LatinSpelling.isLetter($0) || WordIndex.isLatin($0) || $0 == "’" })
    else { return [] }
    let words = name.split { $0.isWhitespace || ",/&()[]\"“”".contains($0) }.map(String.init)
    let isOfFamily = words.contains { NameForms.latinFamilies.contains($0.lowercased()) }
    guard isPerson || isOfFamily else { return [] }
    var parts = words
    for word in words where word.contains("-") { parts += word.split(separator: "-").map(String.init) }
    var seen: Set<String> = [name]
    return parts.filter { part in
      part.first?.isUppercase == true && part.count(where: \.isLetter) >= 3
        && !NameForms.latinTitles.contains(part.lowercased()) && seen.insert(part).inserted
    }
  }

  /// The words of a text that begin with a capital letter, as they are compared, without what is put behind names
  /// (Marlowe’s). May is no name beside a number: 11 May.
  static func capitalised(in text: String) -> Set<[Unicode.Scalar]> {
    let words = PlainScalars.composed(text).split { !(isLatin($0) || isApostrophe($0)) }
    var found: Set<[Unicode.Scalar]> = []
    for (place, word) in words.enumerated() where word.first?.isUppercase == true {
      let neighbours = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
      if months.contains(word.lowercased()), neighbours.contains(where: { $0.first?.isNumber == true }) {
        continue
      }
      found.insert(NameSpelling.folded(String(word)))
      for piece in word.split(whereSeparator: isApostrophe) where piece.first?.isUppercase == true {
        found.insert(NameSpelling.folded(String(piece)))
      }
    }
    return found
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { WordIndex.isDigit($0) || LatinSpelling.isLetter($0) } ?? false
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(LatinSpelling.isApostrophe)
  }

  private static let months: Set<String> = ["april", "may", "june", "august"]
}
