import Diagnostics
import Projection

extension ProjectionReport {
  /// The report for spreadsheets: a line for each map, scenario and year, then the totals, which say so in the first
  /// column. Every figure takes three columns: the point, the smallest and the largest.
  public func csv(in language: Language) -> String {
    var rows = [Self.heads(in: language)]
    for file in files {
      for item in file.cases {
        for foreseen in item.maps {
          rows += foreseen.projection.states.map { state in
            [
              Phrase(ja: "地図", en: "map")(in: language), file.name, file.session.title, foreseen.map.id,
              foreseen.map.title, item.scenario ?? "", String(state.year), String(state.horizon),
            ] + Self.cells(state.figures)
          }
        }
        rows += item.total.map { then in
          [
            Phrase(ja: "合計", en: "workshop")(in: language), file.name, file.session.title,
            then.mapIDs.joined(separator: " "), "", item.scenario ?? "",
            Self.commonYear(item.maps, then.horizon), String(then.horizon),
          ] + Self.cells(then.figures)
        }
      }
    }
    let maps = files.flatMap { $0.cases.first?.maps ?? [] }
    rows += total.map { then in
      [
        Phrase(ja: "総計", en: "all")(in: language), "", "", "", "", "", Self.commonYear(maps, then.horizon),
        String(then.horizon),
      ] + Self.cells(then.figures)
    }
    return CSVText.text(rows)
  }

  private static func heads(in language: Language) -> [String] {
    let first = [
      Phrase(ja: "種類", en: "kind"), Phrase(ja: "ファイル", en: "file"), Phrase(ja: "ワークショップ", en: "workshop"),
      Phrase(ja: "地図", en: "map"), Phrase(ja: "題名", en: "title"), Phrase(ja: "もしも", en: "scenario"),
      Phrase(ja: "年", en: "year"), Phrase(ja: "何年後", en: "years after"),
    ].map { $0(in: language) }
    let figures = FigureKind.all.flatMap { kind in
      let unit = kind.unit == .share ? Phrase(ja: "（%）", en: " (%)")(in: language) : ""
      let name = kind.label(in: language) + unit
      return [
        name, name + Phrase(ja: " 最小", en: " low")(in: language),
        name + Phrase(ja: " 最大", en: " high")(in: language),
      ]
    }
    return first + figures
  }

  private static func cells(_ figures: Figures) -> [String] {
    FigureKind.all.flatMap { kind -> [String] in
      switch kind.value(figures) {
      case nil: ["", "", ""]
      case .count(let count): [count.point, count.low, count.high].map(String.init)
      case .ratio(let ratio):
        [ratio.point, ratio.low, ratio.high].map { value in
          value.map { FigureWords.twoDigits(kind.unit == .share ? $0 * 100 : $0) } ?? ""
        }
      }
    }
  }

  /// The calendar year of a horizon; empty where the maps have different base years.
  static func commonYear(_ maps: [ForeseenMap], _ horizon: Int) -> String {
    let bases = Set(maps.map(\.projection.baseYear))
    return bases.count == 1 ? bases.first.map { String($0 + horizon) } ?? "" : ""
  }
}
