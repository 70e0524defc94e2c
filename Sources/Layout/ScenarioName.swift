import Diagnostics
import Picture

/// The name of a scenario on the pictures of it: nobody must take them for what is to come as things are.
public struct ScenarioName {
  let name: String
  let language: Language

  /// No scenario has a longer name on paper; what is longer ends in `…`.
  private static let longest = 80

  /// Of a case by its name; nil for the base case, which has none.
  public init?(_ name: String?, _ language: Language) {
    guard let name else { return nil }
    self.name = name.count > Self.longest ? name.prefix(Self.longest - 1) + "…" : name
    self.language = language
  }

  /// もしも「駅前に店ができる」; What if: a shop opens.
  public var words: String { ChanceWords.whatIf(name)(in: language) }

  /// The words as large as they fit on a line, and never below what is read; what is wider still is cut.
  func words(within width: Double, _ measure: (String) -> Double) -> String {
    var kept = name
    while kept.count > 1, measure(ChanceWords.whatIf(kept)(in: language)) > width {
      let bare = kept.hasSuffix("…") ? kept.dropLast(2) : kept.dropLast(1)
      kept = bare + "…"
    }
    return ChanceWords.whatIf(kept)(in: language)
  }
}

extension Page {
  /// The same page where its title, its summary and the words for its figures say of which scenario they are.
  func inScenario(_ scenario: ScenarioName?) -> Page {
    guard let scenario else { return self }
    let isJapanese = scenario.language == .ja
    let before = scenario.words + (isJapanese ? "。" : ". ")
    var page = self
    page.title += isJapanese ? "（\(scenario.words)）" : " (\(scenario.words))"
    page.summary = before + summary
    page.items = items.map { $0.inScenario(before) }
    return page
  }
}

extension Item {
  fileprivate func inScenario(_ before: String) -> Item {
    guard case .group(var group) = self else { return self }
    if let words = group.alternative, group.role == .figure { group.alternative = before + words }
    group.items = group.items.map { $0.inScenario(before) }
    return .group(group)
  }
}
