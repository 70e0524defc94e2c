/// Texts inside of which a private word gives nobody away: the names under which people speak to everybody, and what
/// somebody looked at and found harmless.
struct PermittedTexts: Sendable {
  private let texts: [[Unicode.Scalar]]

  /// Texts as they are written.
  init(_ texts: [String]) {
    self.texts = texts.map(NameSpelling.folded).filter { !$0.isEmpty }
  }

  /// Which of the characters of a folded text belong to one of them, whatever stands before or behind it in the list; a
  /// text that is searched without its blanks holds them without theirs.
  func covered(in scalars: [Unicode.Scalar]) -> [Bool] {
    var covered = Array(repeating: false, count: scalars.count)
    for text in texts {
      for form in Set([text, WordIndex.joined(text), WordIndex.Letters(text).scalars]) {
        guard let first = form.first, form.count <= scalars.count else { continue }
        for start in 0...scalars.count - form.count where scalars[start] == first {
          let range = start..<start + form.count
          guard scalars[range].elementsEqual(form) else { continue }
          for index in range { covered[index] = true }
        }
      }
    }
    return covered
  }
}

extension PermittedTexts {
  /// Whether a text is one of them, or several behind each other, and nothing else.
  func areAll(of text: String) -> Bool {
    let letters = WordIndex.Letters(NameSpelling.folded(text)).scalars
    return !letters.isEmpty && covered(in: letters).allSatisfy(\.self)
  }
}

/// Which characters of a folded text belong to permitted ones, found out when it is first asked: nearly no text has a hit.
struct PermittedCoverage {
  private let permitted: PermittedTexts
  private let scalars: [Unicode.Scalar]
  private var known: [Bool]?

  init(of scalars: [Unicode.Scalar], by permitted: PermittedTexts) {
    self.scalars = scalars
    self.permitted = permitted
  }

  /// Whether all characters at these places do.
  mutating func covers(_ places: some Sequence<Int>) -> Bool {
    let known = known ?? permitted.covered(in: scalars)
    self.known = known
    return places.allSatisfy { known[$0] }
  }
}
