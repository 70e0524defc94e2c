import Diagnostics
import Projection

/// A map of chances in words, for those who cannot see it: how many houses are at each step, and the figures.
struct ChanceSummary {
  let model: MapModel
  let language: Language

  func map(state: Int) -> String {
    let then = model.states[state]
    let faces = model.houses.flatMap(\.dwellings).compactMap {
      state < $0.faces.count ? $0.faces[state] : nil
    }
    let scale = model.subject.scale(model).compactMap { sign -> String? in
      let count = faces.count { $0.shade == sign.shade }
      guard count > 0 else { return nil }
      let words =
        if case .chance(let step) = sign.shade { step.short(in: language) } else { sign.words(in: language) }
      return language == .ja ? "\(words)\(count)戸" : "\(words): \(count)"
    }.joined(separator: language == .ja ? "、" : ", ")
    switch (model.subject, language) {
    case (.turning, .ja): return "だれも新しく入らなければ空き家である見込みが半分をこえる年の地図。\(scale)。"
    case (.turning, .en):
      return "Map of when houses become more likely vacant than not if nobody new moves in. Houses \(scale)."
    case (_, .ja):
      return "\(then.year)年に空き家である見込みの地図。\(scale)。空き家は\(figure(then.figures.vacant))戸、"
        + "人が住む家は\(figure(then.figures.livedIn))戸、住んでいる人は\(figure(then.figures.population))人の見込み。"
    case (_, .en):
      return "Map of how likely houses are vacant in \(then.year). Houses \(scale). Likely figures: "
        + "\(figure(then.figures.vacant)) vacant, \(figure(then.figures.livedIn)) lived in, "
        + "\(figure(then.figures.population)) people."
    }
  }

  /// How many houses there are of each sign of the scale, as figures.
  func cells(state: Int) -> [FigureStrip.Cell] {
    let faces = model.houses.flatMap(\.dwellings).compactMap {
      state < $0.faces.count ? $0.faces[state] : nil
    }
    return model.subject.scale(model).map { sign in
      FigureStrip.Cell(
        label: sign.words(in: language), numeral: "\(faces.count { $0.shade == sign.shade })",
        unit: MapWords.houseUnit(in: language))
    }
  }

  private func figure(_ count: Count) -> String { MapSummary.count(count, language) }
}
