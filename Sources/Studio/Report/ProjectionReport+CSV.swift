import Diagnostics
import Projection

extension ProjectionReport {
  /// The report for spreadsheets: a line for each map, scenario and year, then the totals, which say so in the first
  /// column. Every figure takes three columns: the point, the smallest and the largest. Where there are scenarios, three more
  /// tell by how much it is more than in the base case.
  public func csv(in language: Language) -> String {
    let compares = files.contains { $0.cases.count > 1 }
    let kinds = kinds
    var rows = [Self.heads(kinds, compares: compares, in: language)]
    for file in files {
      for item in file.cases {
        for (map, foreseen) in item.maps.enumerated() {
          rows += foreseen.projection.states.enumerated().map { index, state in
            let more = item.differences.isEmpty ? nil : item.differences[map].states[index].figures
            return [
              Phrase(ja: "地図", en: "map")(in: language), file.name, file.session.title, foreseen.map.id,
              foreseen.map.title, item.scenario ?? "", String(state.year), String(state.horizon),
            ] + Self.cells(kinds, state.figures) + (compares ? Self.cells(kinds, more) : [])
          }
        }
        rows += item.total.enumerated().map { index, then in
          let more = item.totalDifference.isEmpty ? nil : item.totalDifference[index].figures
          return [
            Phrase(ja: "合計", en: "workshop")(in: language), file.name, file.session.title,
            then.mapIDs.joined(separator: " "), "", item.scenario ?? "",
            Self.commonYear(item.maps, then.horizon), String(then.horizon),
          ] + Self.cells(kinds, then.figures) + (compares ? Self.cells(kinds, more) : [])
        }
      }
    }
    let maps = files.flatMap { $0.cases.first?.maps ?? [] }
    rows += total.map { then in
      [
        Phrase(ja: "総計", en: "all")(in: language), "", "", "", "", "", Self.commonYear(maps, then.horizon),
        String(then.horizon),
      ] + Self.cells(kinds, then.figures) + (compares ? Self.cells(kinds, nil) : [])
    }
    return CSVText.text(rows)
  }

  private static func heads(_ kinds: [FigureKind], compares: Bool, in language: Language) -> [String] {
    let first = [
      Phrase(ja: "種類", en: "kind"), Phrase(ja: "ファイル", en: "file"), Phrase(ja: "ワークショップ", en: "workshop"),
      Phrase(ja: "地図", en: "map"), Phrase(ja: "題名", en: "title"), Phrase(ja: "もしも", en: "scenario"),
      Phrase(ja: "年", en: "year"), Phrase(ja: "何年後", en: "years after"),
    ].map { $0(in: language) }
    func heads(_ name: String) -> [String] {
      [
        name, name + Phrase(ja: " 最小", en: " low")(in: language),
        name + Phrase(ja: " 最大", en: " high")(in: language),
      ]
    }
    let figures = kinds.flatMap { kind in
      let unit = kind.unit == .share ? Phrase(ja: "（%）", en: " (%)")(in: language) : ""
      return heads(kind.label(in: language) + unit)
    }
    guard compares else { return first + figures }
    return first + figures
      + kinds.flatMap { kind in
        heads(
          kind.differenceLabel(in: language)
            + Phrase(ja: " もとの場合との差", en: ", difference to the base case")(in: language))
      }
  }

  private static func cells(_ kinds: [FigureKind], _ figures: Figures?) -> [String] {
    kinds.flatMap { $0.csvCells(figures) }
  }

  /// The calendar year of a horizon; empty where the maps have different base years.
  static func commonYear(_ maps: [ForeseenMap], _ horizon: Int) -> String {
    let bases = Set(maps.map(\.projection.baseYear))
    return bases.count == 1 ? bases.first.map { String($0 + horizon) } ?? "" : ""
  }
}

extension FigureKind {
  /// Its three cells: the point, the smallest and the largest; empty where there is none.
  func csvCells(_ figures: Figures?) -> [String] {
    switch figures.flatMap({ value($0) }) {
    case nil: ["", "", ""]
    case .count(let count): [count.point, count.low, count.high].map(String.init)
    case .ratio(let ratio):
      [ratio.point, ratio.low, ratio.high].map { value in
        value.map { FigureWords.twoDigits(unit == .share ? $0 * 100 : $0) } ?? ""
      }
    }
  }
}
