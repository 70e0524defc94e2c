import Diagnostics
import Projection

extension ChanceReport {
  /// The report as tables for a terminal, a year a column: the median, and after it the interval into which eight cases in
  /// ten fall.
  ///
  /// - Parameter houses: Whether each dwelling's chance of being vacant is told; for those who sat at the table.
  public func table(in language: Language, houses: Bool = false) -> String {
    var lines: [String] = []
    for file in record.files {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(file.title)  (\(file.name))")
      for (number, item) in file.cases.enumerated() {
        if let name = item.scenario {
          lines += ["", Phrase(ja: "もしも「\(name)」", en: "Scenario ‘\(name)’")(in: language)]
        }
        for (map, sheet) in file.maps.enumerated() {
          lines += ["", [sheet.id, sheet.title].joined(separator: "  ")]
          lines.append("  " + method(file, case: number, map: map).phrase(in: language))
          let states = states(file, case: number, map: map)
          lines += table(states, in: language)
          if houses { lines += Self.houses(states, in: language) }
        }
        if file.maps.count > 1 {
          lines += [
            "",
            Phrase(ja: "合計（\(file.maps.count)枚の地図）", en: "Total of \(file.maps.count) maps")(in: language),
          ]
          lines.append("  " + methodOfSums(file, case: number).phrase(in: language))
          lines += totals(sums(file, case: number), of: file.maps.count, in: language)
        }
      }
      if file.cases.count > 1 { lines += sideBySide(file, in: language) }
    }
    if record.files.count > 1 {
      let maps = record.files.reduce(0) { $0 + $1.maps.count }
      lines += [
        "",
        Phrase(ja: "総計（\(record.files.count)件のワークショップ）", en: "Total of \(record.files.count) workshops")(
          in: language),
      ]
      lines += totals(total, of: maps, in: language)
      if record.total == nil {
        lines.append(
          Phrase(
            ja: "割合と平均は、どのワークショップも厳密に計算できるときだけ、総計を出します。",
            en: "Rates and means of all workshops together are told only where each of them is exact.")(
              in: language))
      }
    }
    lines += ["", Self.reading(in: language)]
    lines += FigureNotes.lines(
      hasUnknown: hasUnknownHouseholds, tellsDriving: record.tellsDriving, in: language)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a household nobody knows may live anywhere.
  private var hasUnknownHouseholds: Bool {
    record.files.contains { file in
      file.cases.indices.contains { number in
        file.maps.indices.contains { map in
          states(file, case: number, map: map).contains { ($0.counts[.unknownHouseholds]?.mean ?? 0) > 0 }
        }
      }
    }
  }

  private static func reading(in language: Language) -> String {
    Phrase(
      ja: "数は真ん中の値（半分の場合はこれ以下）、（ ）の中は 10回に8回の割合で入る幅です。平均、分散と、100回に95回の割合で入る幅は、--format csv と json にあります。",
      en:
        "Each figure is the median; in brackets the interval into which eight cases in ten fall. Means, variances and the interval of "
        + "95 in a hundred are in --format csv and json.")(
        in: language)
  }

  // MARK: - One table

  static func head(_ then: Then, in language: Language) -> String {
    if let year = then.year { return language == .ja ? "\(year)年" : "\(year)" }
    if then.horizon == 0 { return Phrase(ja: "基準年", en: "base year")(in: language) }
    return Phrase(ja: "\(then.horizon)年後", en: "+\(then.horizon) years")(in: language)
  }

  private func table(_ states: [Then], heads: [String]? = nil, in language: Language) -> [String] {
    let kinds = kinds.filter { kind in states.contains { $0.figure(kind) != nil } }
    var rows = kinds.map { kind in
      (
        label: (kind.isPart ? "  " : "") + kind.label(in: language),
        cells: states.map { Self.cell($0.figure(kind), kind, in: language) }
      )
    }
    if states.contains(where: { !$0.countDifferences.isEmpty }) {
      rows.append((label: Phrase(ja: "もとの場合との差", en: "Difference to the base case")(in: language), cells: []))
      if let way = states.lazy.compactMap(\.way).first {
        rows.append(
          (
            label: "  " + Self.words(way, isNone: states.allSatisfy(\.hasNoDifference))(in: language),
            cells: []
          ))
      }
      rows += kinds.map { kind in
        (
          label: (kind.isPart ? "    " : "  ") + kind.differenceLabel(in: language),
          cells: states.map { Self.cell($0.difference(kind), kind, isDifference: true, in: language) }
        )
      }
      if let way = states.lazy.compactMap(\.way).first {
        rows += Self.means(states, kinds, way, in: language)
      }
    }
    return TextTable(heads: heads ?? states.map { Self.head($0, in: language) }, rows: rows).lines
  }

  /// The differences on average: medians of small differences are mostly 0, where their means still tell.
  private static func means(
    _ states: [Then], _ kinds: [FigureKind], _ way: DifferenceWay, in language: Language
  ) -> [(label: String, cells: [TextTable.Cell])] {
    let head =
      way.hasExactMeans
      ? Phrase(ja: "差の平均（厳密な計算）", en: "Difference on average (exact)")
      : Phrase(ja: "差の平均（模擬計算、±は標準誤差）", en: "Difference on average (simulated, ± the standard error)")
    let rows = kinds.filter { FigureKind.compared.contains($0.key) }.map { kind in
      (
        label: "  " + kind.differenceLabel(in: language),
        cells: states.map { state -> TextTable.Cell in
          guard let found = state.difference(kind) else { return TextTable.Cell(number: "—") }
          func word(_ value: Double) -> String {
            FigureWords.twoDigits(kind.unit == .share ? value * 100 : value)
          }
          return TextTable.Cell(
            number: FigureWords.signed(word(found.mean)),
            range: way.hasExactMeans ? "" : " ±" + word(found.standardError(runs: way.runs)))
        }
      )
    }
    return [(label: head(in: language), cells: [])] + rows
  }

  /// How differences were found.
  private static func words(_ way: DifferenceWay, isNone: Bool) -> Phrase {
    if isNone {
      return Phrase(
        ja: "（模擬計算 \(way.runs.grouped)組のどれにも、差がありません）",
        en:
          "(simulated, \(way.runs.grouped) \(way.runs == 1 ? "pair" : "pairs") of runs: no difference in any of them)"
      )
    }
    guard way.runs > 1 else {
      return Phrase(ja: "（模擬計算 1組）", en: "(simulated, 1 pair of runs)")
    }
    let points = FigureWords.oneDigit(way.error * 100)
    return Phrase(
      ja: "（模擬計算 \(way.runs.grouped)組、±\(points)ポイント）",
      en: "(simulated, \(way.runs.grouped) pairs of runs, ±\(points) points)")
  }

  static func cell(
    _ figure: ChanceFigure?, _ kind: FigureKind, isDifference: Bool = false, in language: Language
  ) -> TextTable.Cell {
    guard let figure else { return TextTable.Cell(number: "—") }
    func word(_ value: Double, zero: String = "±") -> String {
      let text =
        kind.unit == .count ? String(Int(value)) : FigureWords.decimal(value, kind.unit)
      guard isDifference else { return text }
      // Differences of shares are in points of a hundred.
      return FigureWords.signed(
        kind.unit == .share ? FigureWords.oneDigit(value * 100) : text, zero: zero)
    }
    let low = word(figure.interval80.lowerBound, zero: "")
    let high = word(figure.interval80.upperBound, zero: "")
    // After an English dash a minus sign could not be told from it.
    let range =
      language == .ja ? "（\(low)〜\(high)）" : isDifference ? " (\(low) to \(high))" : " (\(low)–\(high))"
    return TextTable.Cell(number: word(figure.median), range: low == high ? "" : range)
  }

  private func totals(_ sums: [Then], of maps: Int, in language: Language) -> [String] {
    let heads = sums.map { Self.head($0, in: language) + ($0.maps.count < maps ? "*" : "") }
    var lines = table(sums, heads: heads, in: language)
    if sums.contains(where: { $0.maps.count < maps }) {
      lines.append(
        Phrase(
          ja: "* その年まで見ていない地図は入っていません。", en: "* Without the maps that do not look at that year.")(
            in: language))
    }
    return lines
  }

  // MARK: - Houses

  private static func houses(_ states: [Then], in language: Language) -> [String] {
    let dwellings = states.first?.dwellings ?? []
    guard !dwellings.isEmpty else { return [] }
    let rows = dwellings.indices.map { index in
      (
        label: "  " + dwellings[index].id,
        cells: states.map { state in
          TextTable.Cell(number: FigureWords.decimal(state.dwellings[index].vacant, .share))
        }
      )
    }
    return ["", Phrase(ja: "空き家になっている確率", en: "Chance of being vacant")(in: language)]
      + TextTable(heads: states.map { head($0, in: language) }, rows: rows).lines
  }

  // MARK: - All cases beside one another

  private func sideBySide(_ file: ChanceRecord.File, in language: Language) -> [String] {
    let columns = file.cases.indices.map { number in
      file.maps.count > 1
        ? sums(file, case: number) : file.maps.indices.flatMap { states(file, case: number, map: $0) }
    }
    let heads = file.cases.map { $0.scenario ?? Phrase(ja: "もとの場合", en: "Base case")(in: language) }
    let kinds = kinds.filter { FigureKind.compared.contains($0.key) }
    var lines = ["", Phrase(ja: "並べて比べる", en: "Side by side")(in: language)]
    for (index, then) in (columns.first ?? []).enumerated() where then.horizon > 0 {
      let cells = columns.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      var rows: [(label: String, cells: [TextTable.Cell])] = kinds.map { kind in
        (
          label: "  " + kind.label(in: language),
          cells: cells.map { Self.cell($0.figure(kind), kind, in: language) }
        )
      }
      rows.append(
        (label: Phrase(ja: "  もとの場合との差", en: "  Difference to the base case")(in: language), cells: []))
      rows += kinds.map { kind in
        (
          label: "    " + kind.differenceLabel(in: language),
          cells: cells.map { then in
            then.countDifferences.isEmpty
              ? TextTable.Cell(number: "")
              : Self.cell(then.difference(kind), kind, isDifference: true, in: language)
          }
        )
      }
      rows.append(
        (label: Phrase(ja: "  ワークショップの決まりでは", en: "  By the workshop's rules")(in: language), cells: []))
      rows += kinds.compactMap { kind in
        guard case .count(let item) = kind.subject else { return nil }
        return (
          label: "    " + kind.label(in: language),
          cells: cells.map { TextTable.Cell(number: $0.workshop[item].map(String.init) ?? "—") }
        )
      }
      lines += [Self.head(then, in: language)] + TextTable(heads: heads, rows: rows).lines
    }
    return lines
  }
}
