import Diagnostics
import Projection

extension ProjectionReport {
  /// The report as tables for a terminal, a year a column.
  public func table(in language: Language) -> String {
    var lines: [String] = []
    for file in files {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(file.session.title)  (\(file.name))")
      for scenario in file.cases {
        if let name = scenario.scenario {
          lines += ["", Phrase(ja: "もしも「\(name)」", en: "Scenario ‘\(name)’")(in: language)]
        }
        for (index, foreseen) in scenario.maps.enumerated() {
          lines += ["", [foreseen.map.id, foreseen.map.title].joined(separator: "  ")]
          lines += table(
            foreseen.projection.states.map { (Self.year($0.year, $0.horizon, in: language), $0.figures) },
            differences: scenario.differences.isEmpty
              ? nil : scenario.differences[index].states.map(\.figures), in: language)
        }
        if scenario.maps.count > 1 {
          lines += [
            "",
            Phrase(ja: "合計（\(scenario.maps.count)枚の地図）", en: "Total of \(scenario.maps.count) maps")(
              in: language),
          ]
          lines += totals(
            scenario.total, maps: scenario.maps,
            differences: scenario.scenario == nil ? nil : scenario.totalDifference.map(\.figures),
            in: language)
        }
      }
      if file.cases.count > 1 { lines += sideBySide(file, in: language) }
    }
    if files.count > 1 {
      let maps = files.flatMap { $0.cases.first?.maps ?? [] }
      lines += [
        "", Phrase(ja: "総計（\(files.count)件のワークショップ）", en: "Total of \(files.count) workshops")(in: language),
      ]
      lines += totals(total, maps: maps, in: language)
    }
    lines.append("")
    if hasRanges {
      lines += [
        Phrase(
          ja: "（ ）の中は、年代で書かれた人の細かい年齢によって変わる幅です。",
          en: "In brackets: the range over the exact ages of people given by age bands.")(
            in: language)
      ]
    }
    lines += differenceNotes.map { $0(in: language) }
    lines += FigureNotes.lines(
      hasUnknown: files.contains(where: \.hasUnknownHouseholds), tellsDriving: tellsDriving, in: language)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func year(_ year: Int, _ horizon: Int, in language: Language) -> String {
    language == .ja ? "\(year)年" : "\(year)"
  }

  /// Maps with different base years have no calendar year in common; they are added up by years after it.
  private func totals(
    _ total: [SessionThen], maps: [ForeseenMap], differences: [Figures]? = nil, in language: Language
  ) -> [String] {
    let bases = Set(maps.map(\.projection.baseYear))
    let columns = total.map { then in
      let head: String
      if bases.count == 1, let base = bases.first {
        head = Self.year(base + then.horizon, then.horizon, in: language)
      } else if then.horizon == 0 {
        head = Phrase(ja: "基準年", en: "base year")(in: language)
      } else {
        head = Phrase(ja: "\(then.horizon)年後", en: "+\(then.horizon) years")(in: language)
      }
      return (then.mapIDs.count < maps.count ? head + "*" : head, then.figures)
    }
    var lines = table(columns, differences: differences, in: language)
    if total.contains(where: { $0.mapIDs.count < maps.count }) {
      lines.append(
        Phrase(
          ja: "* その年まで見ていない地図は入っていません。", en: "* Without the maps that do not look at that year.")(
            in: language))
    }
    return lines
  }

  private func table(
    _ columns: [(head: String, figures: Figures)], differences: [Figures]?, in language: Language
  ) -> [String] {
    var rows = kinds.map { kind in
      (
        label: (kind.isPart ? "  " : "") + kind.label(in: language),
        cells: columns.map { FigureWords.cell(kind.value($0.figures), unit: kind.unit, in: language) }
      )
    }
    if let differences, differences.count == columns.count {
      rows.append((label: Self.differenceHead(in: language), cells: []))
      rows += kinds.map { Self.differenceRow($0, differences, in: language) }
    }
    return TextTable(heads: columns.map(\.head), rows: rows).lines
  }

  private static func differenceHead(in language: Language) -> String {
    Phrase(ja: "もとの場合との差", en: "Difference to the base case")(in: language)
  }

  private static func differenceRow(
    _ kind: FigureKind, _ columns: [Figures?], in language: Language
  ) -> (label: String, cells: [TextTable.Cell]) {
    (
      label: (kind.isPart ? "    " : "  ") + kind.differenceLabel(in: language),
      cells: columns.map { figures in
        figures.map { FigureWords.difference(kind.value($0), unit: kind.unit, in: language) }
          ?? TextTable.Cell(number: "")
      }
    )
  }

  /// The base case and every scenario beside one another, year by year.
  private func sideBySide(_ file: File, in language: Language) -> [String] {
    let heads = file.cases.map { $0.scenario ?? Phrase(ja: "もとの場合", en: "Base case")(in: language) }
    let kinds = kinds.filter { FigureKind.compared.contains($0.key) }
    let bases = Set((file.cases.first?.maps ?? []).map(\.projection.baseYear))
    var lines = ["", Phrase(ja: "並べて比べる", en: "Side by side")(in: language)]
    for (index, then) in (file.cases.first?.total ?? []).enumerated() where then.horizon > 0 {
      let columns = file.cases.compactMap { $0.total.indices.contains(index) ? $0.total[index].figures : nil }
      let differences = file.cases.map { item in
        item.totalDifference.indices.contains(index) ? item.totalDifference[index].figures : nil
      }
      var rows = kinds.map { kind in
        (
          label: "  " + kind.label(in: language),
          cells: columns.map { FigureWords.cell(kind.value($0), unit: kind.unit, in: language) }
        )
      }
      rows.append((label: "  " + Self.differenceHead(in: language), cells: []))
      rows += kinds.map { kind in
        let row = Self.differenceRow(kind, differences, in: language)
        return (label: "  " + row.label, cells: row.cells)
      }
      let head =
        bases.count == 1
        ? bases.first.map { Self.year($0 + then.horizon, then.horizon, in: language) } ?? ""
        : Phrase(ja: "\(then.horizon)年後", en: "+\(then.horizon) years")(in: language)
      lines += [head] + TextTable(heads: heads, rows: rows).lines
    }
    return lines
  }

  private var figures: [Figures] {
    files.flatMap(\.cases).flatMap(\.maps).flatMap(\.projection.states).map(\.figures)
  }

  private var differences: [Figures] {
    files.flatMap(\.cases).flatMap {
      $0.differences.flatMap(\.states).map(\.figures) + $0.totalDifference.map(\.figures)
    }
  }

  private var hasRanges: Bool {
    (figures + differences).contains { figures in
      kinds.contains { kind in
        switch kind.value(figures) {
        case .count(let count): !count.isCertain
        case .ratio(let ratio): ratio.low != ratio.high
        case nil: false
        }
      }
    }
  }

  /// What has to be said of differences, where there are any.
  private var differenceNotes: [Phrase] {
    let differences = differences
    guard !differences.isEmpty else { return [] }
    var notes: [Phrase] = []
    if hasRanges {
      notes.append(
        Phrase(
          ja: "差の幅は、同じ人はどちらの場合でも同じ年齢として求めた、いちばん小さい差といちばん大きい差です。",
          en:
            "The range of a difference is the smallest and the largest there can be, everybody being of the same age in both cases."
        ))
    }
    let lacksRange = differences.contains { figures in
      kinds.contains { kind in
        if case .ratio(let ratio) = kind.value(figures) {
          ratio.point != nil && ratio.low == nil
        } else {
          false
        }
      }
    }
    if lacksRange {
      notes.append(
        Phrase(
          ja: "（？）の差は、幅を求めるのに時間がかかりすぎるため、幅を出していません。",
          en: "Of differences with (?) the range would have taken too long to find; it is not told."))
    }
    return notes
  }
}

extension ProjectionReport.File {
  fileprivate var hasUnknownHouseholds: Bool {
    cases.contains { item in
      item.maps.contains { foreseen in
        foreseen.projection.states.contains { $0.figures.unknownHouseholds.high > 0 }
      }
    }
  }
}
