import Diagnostics
import Foundation
import Picture

/// Sees to it that no character turns into an empty box unnoticed.
final class CharacterCheck {
  /// What was replaced so far.
  private(set) var missing: Set<Character> = []
  private let fonts: FontLibrary
  private var known: [Weight: Coverage] = [:]

  /// The mark that typesetters put in the place of a sort they do not have.
  private static let geta = "〓"

  init(_ fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// The text with everything that cannot be drawn replaced.
  func printable(_ text: Substring, _ weight: Weight) -> String {
    let coverage = coverage(weight)
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      isPlain(scalar) && coverage.covers(scalar) { fonts.covers(scalar, weight) }
    }
    if isPrintable { return String(text) }
    var result = ""
    for character in text { result += printable(character, weight) }
    return result
  }

  private func printable(_ character: Character, _ weight: Weight) -> String {
    let scalars = character.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first, scalar.properties.generalCategory == .control {
      return " "
    }
    let visible = scalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    if visible.allSatisfy({ covers($0, weight) }) {
      // A variation selector that the typeface does not know leaves the usual form of the character.
      var kept = String.UnicodeScalarView()
      kept.append(contentsOf: scalars.filter { visible.contains($0) || $0.properties.isVariationSelector })
      return String(kept)
    }
    // か + ゛, as file names of macOS spell it.
    let composed = String(character).precomposedStringWithCanonicalMapping
    if composed.unicodeScalars.allSatisfy({ covers($0, weight) }) { return composed }
    missing.insert(character)
    return Self.geta
  }

  private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x3001...0x3096, 0x3099...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF9F: true
    default:
      scalar.properties.generalCategory != .control && !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private func covers(_ scalar: Unicode.Scalar, _ weight: Weight) -> Bool {
    coverage(weight).covers(scalar) { fonts.covers(scalar, weight) }
  }

  private func coverage(_ weight: Weight) -> Coverage {
    if let coverage = known[weight] { return coverage }
    let coverage = Coverage()
    known[weight] = coverage
    return coverage
  }

  /// One warning that names them all.
  static func findings(for missing: [Character]) -> [Finding] {
    if missing.isEmpty { return [] }
    let list = missing.map { character in
      let codes = character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
      return "\(character) (\(codes.joined(separator: " ")))"
    }
    return [
      Finding(
        .warning, code: "character-missing", at: nil,
        Phrase(
          ja: "書体にない文字があり、図では〓になっています: \(list.joined(separator: "、"))",
          en: "The typeface lacks some characters; they are drawn as 〓: \(list.joined(separator: ", "))"),
        hint: Phrase(
          ja: "別の字（例: 新字体）や、かなに置きかえてください。",
          en: "Please write them with other characters."))
    ]
  }
}

/// What was found out about the characters of one typeface; every character of every text is looked up here.
private final class Coverage {
  private enum Answer: UInt8 { case unknown, no, yes }
  /// The characters of Unicode's first plane.
  private var answers = [Answer](repeating: .unknown, count: 0x10000)

  func covers(_ scalar: Unicode.Scalar, asking fonts: () -> Bool) -> Bool {
    let place = Int(scalar.value)
    guard place < answers.count else { return fonts() }
    if answers[place] == .unknown { answers[place] = fonts() ? .yes : .no }
    return answers[place] == .yes
  }
}
