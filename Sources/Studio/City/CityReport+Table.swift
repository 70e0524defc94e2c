import City
import Diagnostics
import Projection
import Workshop

extension CityReport {
  /// The report as tables for a terminal: every figure of the whole, then people and vacant houses by district.
  public func table(in language: Language) -> String {
    let question = simulation.question
    var lines = [head(in: language), ""]
    let heads = question.offsets.map { year($0, in: language) }
    let whole = groups.upperBound - 1
    lines +=
      TextTable(
        heads: heads,
        rows: Self.rows.map { row in
          (
            label: (row.kind.isPart ? "  " : "") + row.kind.label(in: language),
            cells: question.offsets.indices.map { cell(row, group: whole, horizon: $0, in: language) }
          )
        }
      ).lines
    if question.districts.count > 1 {
      for key in ["population", "vacant", "vacancyRate", "ageingRate"] {
        guard let row = Self.rows.first(where: { $0.kind.key == key }) else { continue }
        lines += ["", row.kind.label(in: language)]
        lines +=
          TextTable(
            heads: heads,
            rows: groups.map { group in
              (
                label: "  " + name(of: group, in: language),
                cells: question.offsets.indices.map { cell(row, group: group, horizon: $0, in: language) }
              )
            }
          ).lines
      }
    }
    lines += [""] + notes.map { $0(in: language) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func head(in language: Language) -> String {
    let question = simulation.question
    let houses = question.districts.map(\.houses).reduce(0, +)
    let way = way
    return Phrase(
      ja: "\(question.baseYear)年の名簿：\(question.people)人、\(houses)軒。\(way.ja)",
      en:
        "Roster of \(question.baseYear): \(question.people) people, \(houses) \(houses == 1 ? "house" : "houses"). \(way.en)"
    )(
      in: language)
  }

  /// How the figures were found.
  private var way: Phrase {
    ranges != nil
      ? Phrase(ja: "ワークショップの決まりによる厳密な計算。", en: "By the rules of the workshop, exact.")
      : isCertain
        ? Phrase(ja: "ワークショップの決まりによる。", en: "By the rules of the workshop.")
        : Phrase(
          ja: "模擬計算 \(simulation.runs.grouped)回（種 \(simulation.question.seed)）。",
          en:
            "Simulated, \(simulation.runs.grouped) \(simulation.runs == 1 ? "run" : "runs") (seed \(simulation.question.seed))."
        )
  }

  private func year(_ offset: Int, in language: Language) -> String {
    let year = simulation.question.baseYear + offset
    return language == .ja ? "\(year)年" : "\(year)"
  }

  private func cell(_ row: Row, group: Int, horizon: Int, in language: Language) -> TextTable.Cell {
    if let ranges {
      return FigureWords.cell(
        row.kind.value(ranges.figures[group][horizon]), unit: row.kind.unit, in: language)
    }
    let counts = simulation.counts(row.figure, group: group, horizon: horizon)
    guard let median = counts.quantile(perMille: Self.shares.median),
      let low = counts.quantile(perMille: Self.shares.low80),
      let high = counts.quantile(perMille: Self.shares.high80)
    else { return TextTable.Cell(number: "—") }
    let (from, to) = (Self.text(low, row), Self.text(high, row))
    let range = from == to ? "" : language == .ja ? "（\(from)〜\(to)）" : " (\(from)–\(to))"
    return TextTable.Cell(number: Self.text(median, row), range: range)
  }

  private var notes: [Phrase] {
    let medians = Phrase(
      ja: "数は中央値です。（ ）の中には、10回のうち8回の結果が入ります（80%の幅）。",
      en: "Medians; in brackets, the interval that holds 8 of 10 runs (80%).")
    let widths = Phrase(
      ja: "（ ）の中は、年代で書かれた人の細かい年齢によって変わる幅です。いちばん小さい数といちばん大きい数を、厳密に求めています。",
      en:
        "In brackets: the range over the exact ages of people given by age bands, the smallest and the largest, exactly."
    )
    return (ranges != nil ? [widths] : isCertain ? [] : [medians]) + basis
  }

  /// What stands under the charts: what is not in the figures, by which rates they were found, and how.
  ///
  /// - Throws: What keeps the rates from being read.
  func chartNote() throws(Trouble) -> Phrase {
    var all = leftOut
    var changes = RuleChanges()
    if record.rules == .chance {
      changes.chance = CityProcess.off(without: record.processes)
      let rules = RulesText.line(
        ChanceSettings(rateLibrary: try ChanceRuleBook.standard(), session: changes, map: RuleChanges()))
      all.append(Phrase(ja: rules.ja + "。", en: rules.en + "."))
    } else {
      let rules = RulesText.line(Rules.workshop)
      all.append(Phrase(ja: rules.ja + "。", en: rules.en + "."))
    }
    all += (isCertain ? [] : [way]) + smallAndSkipped
    return Phrase(ja: all.map(\.ja).joined(), en: all.map(\.en).joined(separator: " "))
  }

  /// What the figures rest on, and what is not in them.
  private var basis: [Phrase] {
    var notes: [Phrase] = []
    if record.processes.count < CityProcess.allCases.count {
      let names = record.processes.map(\.rawValue).joined(separator: ", ")
      notes.append(Phrase(ja: "起こした出来事：\(names)。", en: "What was let happen: \(names)."))
    }
    if record.rules == .chance {
      notes.append(
        Phrase(
          ja: "率は Assets/rates のもの、意味は docs/city.md にあります。",
          en: "The rates are those of Assets/rates, their meaning is told in docs/city.en.md."))
    }
    notes.append(FigureNotes.denominators)
    if hasUnknownHouseholds { notes.append(FigureNotes.unknownHouseholds) }
    return notes + leftOut + smallAndSkipped
  }

  /// Whether a household nobody knows lives anywhere in any run.
  private var hasUnknownHouseholds: Bool {
    if let whole = ranges?.figures.last { return whole.contains { $0.unknownHouseholds.high > 0 } }
    return simulation.question.offsets.indices.contains { horizon in
      let counts = simulation.counts(.unknownHouseholds, group: groups.upperBound - 1, horizon: horizon)
      return counts.values.contains { $0 > 0 }
    }
  }

  /// Who is not counted.
  private var leftOut: [Phrase] {
    let takesHouses =
      record.rules == .workshop || !Set(record.processes).isDisjoint(with: [.letting, .filling])
    return [
      takesHouses
        ? Phrase(
          ja: "名簿にいる人だけの見込みです。これから生まれる人と移り住む人、空き家に新しく入る世帯の人は、人数に入っていません。",
          en:
            "Only people of the roster are counted: not those yet to be born or to move in, nor the people of households that "
            + "take vacant houses.")
        : Phrase(
          ja: "名簿にいる人だけの見込みです。これから生まれる人と移り住む人は、人数に入っていません。",
          en: "Only people of the roster are counted: not those yet to be born or to move in.")
    ]
  }

  private var smallAndSkipped: [Phrase] {
    var notes: [Phrase] = []
    if simulation.question.districts.contains(where: { $0.name == nil }) {
      notes.append(
        Phrase(
          ja: "家の少ない地区は、一軒一軒のことが分かってしまわないように、まとめてあります。",
          en: "Districts with few houses are shown together, so that nothing can be told of a single house."))
    }
    let skipped = simulation.question.skippedLines
    if skipped > 0 {
      notes.append(
        Phrase(
          ja: "読めなかった\(skipped)行は、入っていません。",
          en: "Not in it: \(skipped) \(skipped == 1 ? "line" : "lines") that could not be read."))
    }
    return notes
  }
}

extension CityProcess {
  /// Changes that switch off all but these.
  fileprivate static func off(without processes: [CityProcess]) -> ChanceChanges {
    var changes = ChanceChanges()
    for process in allCases where !processes.contains(process) {
      switch process {
      case .death: changes.death = .off
      case .leavingHome: changes.leavingHome = .off
      case .returning: changes.returning = .off
      case .care: changes.care = .off
      case .letting: changes.letting = .off
      case .filling: changes.filling = .off
      case .demolition: changes.demolition = .off
      }
    }
    return changes
  }
}
