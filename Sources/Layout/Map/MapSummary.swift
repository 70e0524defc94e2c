import Diagnostics
import Projection

/// A map in words, for those who cannot see it: written from the figures, with nothing private in it.
struct MapSummary {
  let model: MapModel
  let language: Language

  /// One year's map.
  func map(state: Int) -> String {
    guard state < model.states.count else { return model.map.title }
    if model.subject != .foresight {
      return ChanceSummary(model: model, language: language).map(state: state)
    }
    let then = model.states[state]
    let f = then.figures
    let rate = f.ageingRate.point.map { Int(($0 * 100).rounded()) }
    switch language {
    case .ja:
      var words = "\(then.year)年の地図。\(f.dwellings.point)戸のうち空き家\(Self.count(f.vacant, language))戸、"
      words += "人が住む家\(f.livedIn.point)戸。住んでいる人は\(Self.count(f.population, language))人"
      if let rate { words += "、高齢化率\(rate)％" }
      words += "。"
      if f.unknownHouseholds.point > 0 { words += MapWords.unknownHouseholds(f.unknownHouseholds.point).ja }
      return words
    case .en:
      var words = "Map of \(then.year). Of \(f.dwellings.point) houses \(Self.count(f.vacant, language)) "
      words += f.vacant.point == 1 ? "is" : "are"
      words += " vacant and \(f.livedIn.point) lived in. "
      words +=
        f.population.point == 1 && f.population.isCertain
        ? "1 person lives here" : "\(Self.count(f.population, language)) people live here"
      if let rate { words += ", \(rate)% aged 65 or over" }
      words += "."
      if f.unknownHouseholds.point > 0 {
        words += " " + MapWords.unknownHouseholds(f.unknownHouseholds.point).en
      }
      return words
    }
  }

  /// All years, one sentence after the other.
  func series(_ states: [Int]) -> String {
    let title = language == .ja ? "\(model.map.title)。" : "\(model.map.title). "
    return title + states.map { map(state: $0) }.joined(separator: language == .ja ? "" : " ")
  }

  /// A count with its range where it has one: `6（5〜8）`.
  static func count(_ count: Count, _ language: Language) -> String {
    guard !count.isCertain else { return "\(count.point)" }
    return language == .ja
      ? "\(count.point)（\(count.low)〜\(count.high)）" : "\(count.point) (\(count.low)–\(count.high))"
  }
}
