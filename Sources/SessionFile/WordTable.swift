/// Values behind words, found as words are compared (``Swift/String/asKey``).
///
/// Nearly everything a table writes is of Latin letters, kana and Chinese characters, which have one form only in
/// Unicode: they are compared scalar by scalar, without a String being made. Words with any other scalar in them, such
/// as a か with a ゛ of its own, are compared as Strings are.
struct WordTable<Value: Sendable>: Sendable {
  private var words: [(letters: [UInt32], value: Value)] = []
  /// Places in `words`, from 1, by a hash of the letters; 0 where there is none. Its size is a power of two.
  private var slots: [Int] = []
  private var byKey: [String: Value] = [:]

  /// Where a word stands twice, the first holds.
  init(_ pairs: some Sequence<(String, Value)>) {
    for (word, value) in pairs where byKey[word.asKey] == nil {
      byKey[word.asKey] = value
      var letters = WordLetters(word.unicodeScalars.makeIterator())
      var list: [UInt32] = []
      while let letter = letters.next() { list.append(letter) }
      if letters.isPlain { words.append((list, value)) }
    }
    var size = 8
    while size < words.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for (index, word) in words.enumerated() {
      var slot = Self.hash(word.letters) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = index + 1
    }
  }

  /// What `word` stands for, in either width and either case of letters.
  subscript(word: some Sequence<Unicode.Scalar>) -> Value? {
    var letters = WordLetters(word.makeIterator())
    var hash = Self.seed
    while let letter = letters.next() { hash = Self.mixed(hash, letter) }
    guard letters.isPlain else {
      var text = String.UnicodeScalarView()
      for scalar in word { text.append(scalar) }
      return byKey[String(text).asKey]
    }
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = words[slots[slot] - 1]
      if Self.isSame(entry.letters, word) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private static func isSame(_ known: [UInt32], _ word: some Sequence<Unicode.Scalar>) -> Bool {
    var letters = WordLetters(word.makeIterator())
    for letter in known where letters.next() != letter { return false }
    return letters.next() == nil
  }

  private static var seed: Int { 0x2545_F491 }
  private static func mixed(_ hash: Int, _ letter: UInt32) -> Int { (hash ^ Int(letter)) &* 0x0100_0193 }
  private static func hash(_ letters: [UInt32]) -> Int { letters.reduce(seed, mixed) }
}

/// The letters of a word as words are compared: half-width, small, without blanks around, `_` and a blank as `-`.
///
/// It ends early at a scalar that may have several forms.
struct WordLetters<Base: IteratorProtocol<Unicode.Scalar>>: IteratorProtocol {
  /// False once a scalar was met that may have several forms.
  private(set) var isPlain = true
  private var base: Base
  /// Blanks that are letters if another one follows.
  private var blanks = 0
  private var held: UInt32?
  private var hasBegun = false

  init(_ base: Base) { self.base = base }

  mutating func next() -> UInt32? {
    if let letter = held {
      if blanks > 0 {
        blanks -= 1
        return 0x2D
      }
      held = nil
      return letter
    }
    while let scalar = base.next() {
      let folded = scalar.folded
      let value = folded.value
      if value == 0x20 {
        if hasBegun { blanks += 1 }
        continue
      }
      guard folded.hasOneForm else {
        isPlain = false
        return nil
      }
      hasBegun = true
      let letter = (0x41...0x5A).contains(value) ? value + 0x20 : value == 0x5F ? 0x2D : value
      guard blanks > 0 else { return letter }
      held = letter
      blanks -= 1
      return 0x2D
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it is the same in every normal form of Unicode, together with any other of its kind: ASCII, signs
  /// such as ○ and △, the marks and letters of kana without combining ones, and Chinese characters.
  var hasOneForm: Bool {
    switch value {
    case 0x21...0x7E, 0x25A0...0x25FF, 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x4E00...0x9FFF:
      true
    default: false
    }
  }
}

/// A set of words, compared as those of ``WordTable``.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private let table: WordTable<Bool>

  init(arrayLiteral words: String...) { self.init(words) }
  init(_ words: [String]) { table = WordTable(words.map { ($0, true) }) }

  /// Whether `word` is one of them.
  func contains(_ word: some Sequence<Unicode.Scalar>) -> Bool { table[word] != nil }
}
