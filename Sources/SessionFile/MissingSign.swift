import Diagnostics
import Workshop

/// What to say of people who do not begin with their sign.
enum MissingSign {
  /// What the words of one person may have been meant to be.
  static func hint(for words: [Word]) -> Phrase {
    guard let first = words.first else { return example }
    if let couple = couple(words) { return couple }
    if let (age, sex) = ageThenSex(first) ?? relationThenAge(first) {
      guard let sex else { return either(age) }
      return Suggestion.didYouMean((sex == .male ? "○" : "△") + age)
    }
    if let age = zeroForSign(first) { return Suggestion.didYouMean("○" + age) }
    return first.scalars.first?.isDigit == true ? either(first.text.shortened) : example
  }

  private static var example: Phrase { Phrase(ja: "たとえば「○72 農業」と書きます。", en: "For example: ○72 farmer.") }

  private static func either(_ rest: String) -> Phrase {
    Phrase(ja: "「○\(rest)」か「△\(rest)」のことでしょうか。", en: "Did you mean `○\(rest)` or `△\(rest)`?")
  }

  // MARK: - What is meant

  /// 夫婦, 老夫婦, 70代夫婦: two people, each with a sign.
  private static func couple(_ words: [Word]) -> Phrase? {
    guard let word = words.first(where: { $0.text.contains("夫婦") }) else { return nil }
    let ages = words.compactMap { word -> String? in
      guard case .age(_, let end) = AgeText.prefix(word.scalars), word.scalars.first != "?" else {
        return nil
      }
      return word.keeping(end).text
    }
    let age = ages.first ?? (word.text.contains("老") ? "70代" : "")
    return Phrase(
      ja: "夫婦は「○\(age) △\(age)」と二人を並べて書きます。", en: "Write a couple as two people: ○\(age) △\(age).")
  }

  /// 72男, 72歳女性.
  private static func ageThenSex(_ word: Word) -> (age: String, sex: Sex?)? {
    guard word.scalars.first?.isDigit == true, case .age(_, let end) = AgeText.prefix(word.scalars) else {
      return nil
    }
    let rest = word.dropping(end)
    let bare = rest.scalars.first == "(" && rest.scalars.last == ")" ? rest.dropping(1) : rest
    switch bare.scalars.first {
    case "男": return (word.keeping(end).text, .male)
    case "女": return (word.keeping(end).text, .female)
    default: return nil
    }
  }

  /// 父72, 長男45歳.
  private static func relationThenAge(_ word: Word) -> (age: String, sex: Sex?)? {
    guard let digit = word.scalars.firstIndex(where: \.isDigit), digit > 0 else { return nil }
    let relation = word.keeping(digit)
    let rest = word.dropping(digit)
    guard case .age(_, let end) = AgeText.prefix(rest.scalars) else { return nil }
    let age = rest.keeping(end).text
    if let sex = GenderedWords.sex(of: relation.scalars) { return (age, sex) }
    return Words.relations[relation.scalars] == nil ? nil : (age, nil)
  }

  /// O72: the letter, or a nought, in the place of the sign.
  private static func zeroForSign(_ word: Word) -> String? {
    guard let first = word.scalars.first, "OoОо◌◎⚫".unicodeScalars.contains(first),
      case .age(_, let end) = AgeText.prefix(Array(word.scalars.dropFirst()))
    else { return nil }
    return word.dropping(1).keeping(end).text
  }
}
