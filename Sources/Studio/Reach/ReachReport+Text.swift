import Diagnostics
import Projection
import Workshop

extension ReachReport {
  /// The answers in words, with a line feed at the end.
  public func text(in language: Language) -> String {
    var lines = ["\(title)  (\(file))"]
    if let scenario {
      lines.append(Phrase(ja: "もしも「\(scenario)」のもとで", en: "Under scenario ‘\(scenario)’")(in: language))
    }
    for reach in maps {
      lines += ["", [reach.map.id, reach.map.title].joined(separator: "  ")]
      let targets = reach.targets.map { ReachWords.target($0)(in: language) }
      lines.append(
        Phrase(ja: "めあて: どの年も、", en: "To keep in every year: ")(in: language)
          + targets.joined(separator: language == .ja ? "、" : "; "))
      lines.append(Phrase(ja: "いまのままでは", en: "As things are")(in: language))
      let base = Self.table(reach.base, reach.targets, in: language)
      lines += base
      if base.contains(where: { $0.contains("×") }) {
        lines.append(Phrase(ja: "   × めあてに届かない年", en: "   × misses the target")(in: language))
      }
      lines += outcome(of: reach, in: language)
    }
    lines += [
      "",
      Phrase(
        ja: "年代で書かれた人は、その真ん中の年齢で数えています。",
        en: "People given by age bands are counted at the middle of the band.")(
          in: language),
    ]
    if maps.contains(where: \.asksPeopleBesideUnknown) {
      lines.append(FigureNotes.unknownHouseholds(in: language))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func outcome(of reach: Reach, in language: Language) -> [String] {
    switch reach.outcome {
    case .holds:
      return [Phrase(ja: "いまのままで、めあてを守れます。", en: "The targets hold as things are.")(in: language)]
    case .reached(let answers): return self.answers(answers, of: reach, in: language)
    case .unreachable(let nearest):
      let count = reach.possibilities.count
      let names = ReachWords.names(nearest.set, of: reach)
      let gaps = ReachWords.gaps(nearest, of: reach)
      guard count > 0 else {
        return [
          Phrase(ja: "この地図に当てはまる「できること」がありません。", en: "None of the measures is about this map.")(in: language)
        ]
      }
      let told =
        nearest.set.count == count
        ? Phrase(
          ja: "できること \(count) をすべて行っても、めあてには届きません。すべて行うと:",
          en: count == 1
            ? "Even this one measure does not reach the targets. With it:"
            : "Not even all \(count) measures together reach the targets. With all of them:")
        : Phrase(
          ja: "できること \(count) をどう組み合わせても、めあてには届きません。一番近いのは: \(names.ja)",
          en:
            "The targets cannot be reached with \(count == 1 ? "this one measure" : "these \(count) measures"). "
            + "The best is: \(names.en)")
      return [told(in: language)]
        + Self.table(reach.projection(with: nearest.set, name: names.ja), reach.targets, in: language) + [
          Phrase(ja: "それでも、\(gaps.ja)。", en: "Even so, \(gaps.en).")(in: language)
        ]
    }
  }

  private func answers(_ answers: Reach.Answers, of reach: Reach, in language: Language) -> [String] {
    let (size, all) = (answers.size, reach.possibilities.count)
    let number = answers.count.map { Phrase(ja: " \($0) 通り", en: "\($0)") }
    let shown = answers.sets.count
    let isAll = answers.count == shown
    let sets =
      answers.count == 1
      ? Phrase(ja: "一通りだけです。", en: "There is one such set:")
      : Phrase(
        ja: "\(number?.ja ?? "十万通りより多く")あります" + (isAll ? "。" : "。初めの \(shown) 通りは:"),
        en: "There are \(number?.en ?? "more than 100,000") such sets"
          + (isAll ? ":" : "; the first \(shown):"))
    var lines = [
      Phrase(
        ja: "できること \(all) のうち、最も少なくて \(size) つで足ります。\(sets.ja)",
        en: "Of \(all) measures, \(size) \(size == 1 ? "is" : "are") enough, and no fewer. \(sets.en)")(
          in: language)
    ]
    // Sets that come to the same figures stand over one table.
    var open: (table: [String], first: Int) = ([], 1)
    func close(_ last: Int) {
      guard !open.table.isEmpty else { return }
      if shown > 1 {
        let sets =
          open.first == last ? "\(last)" : language == .ja ? "\(open.first)〜\(last)" : "\(open.first)–\(last)"
        lines.append(Phrase(ja: "   \(sets) では", en: "   With \(sets)")(in: language))
      }
      lines += open.table
    }
    for (index, set) in answers.sets.enumerated() {
      let names = ReachWords.names(set, of: reach)
      let table = Self.table(reach.projection(with: set, name: names.ja), reach.targets, in: language)
      if table != open.table {
        close(index)
        open = (table, index + 1)
      }
      lines.append("\(index + 1). \(names(in: language))")
    }
    close(shown)
    return lines + [ReachWords.proof(answers.proof, of: reach)(in: language)]
  }

  private static func table(
    _ projection: MapProjection, _ targets: [Target], in language: Language
  ) -> [String] {
    var figures: [TargetFigure] = []
    for target in targets where !figures.contains(target.figure) { figures.append(target.figure) }
    let table = TextTable(
      heads: projection.states.map { Phrase(ja: "\($0.year)年", en: "\($0.year)")(in: language) },
      rows: figures.map { figure in
        let kind = ReachWords.kind(figure)
        let cells = projection.states.map { state -> TextTable.Cell in
          let missed =
            state.horizon > 0
            && targets.contains { $0.figure == figure && Self.misses($0, state.figures) }
          let value = FigureWords.cell(
            kind.flatMap { $0.value(state.figures) }?.withoutRange, unit: kind?.unit ?? .count, in: language)
          return TextTable.Cell(number: value.number, range: missed ? " ×" : "  ")
        }
        return (label: "   " + ReachWords.label(figure)(in: language), cells: cells)
      })
    return table.lines
  }

  /// Whether a figure misses a target.
  static func misses(_ target: Target, _ figures: Figures) -> Bool {
    guard let number = value(target.figure, figures) else { return false }
    // Hundredths are exact; a ratio of two whole numbers is as near as a binary fraction comes.
    return target.figure.isCeiling ? number > target.value + 1e-9 : number < target.value - 1e-9
  }

  /// The point of a figure; a share in hundredths of the whole.
  static func value(_ figure: TargetFigure, _ figures: Figures) -> Double? {
    switch ReachWords.kind(figure).flatMap({ $0.value(figures) }) {
    case .count(let count): Double(count.point)
    case .ratio(let ratio): ratio.point.map { figure.isShare ? $0 * 100 : $0 }
    case nil: nil
    }
  }
}

extension Reach {
  /// Whether a target counts people, and there are households nobody knows, whose people are in no count.
  fileprivate var asksPeopleBesideUnknown: Bool {
    let asksPeople = targets.contains { target in
      switch target.figure {
      case .livedIn, .households, .vacant, .vacancyRate: false
      case .population, .under15, .from15to64, .helpers, .helpersPer75, .ageingRate, .meanAge,
        .olderLivingAlone, .elderlyOnly:
        true
      }
    }
    return asksPeople && base.states.contains { $0.figures.unknownHouseholds.high > 0 }
  }
}

extension FigureKind.Value {
  /// The point alone.
  fileprivate var withoutRange: FigureKind.Value {
    switch self {
    case .count(let count): .count(Count(count.point, low: count.point, high: count.point))
    case .ratio(let ratio): .ratio(Ratio(ratio.point, low: ratio.point, high: ratio.point))
    }
  }
}
