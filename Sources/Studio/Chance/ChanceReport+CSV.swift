import Diagnostics
import Projection

extension ChanceReport {
  /// The report for spreadsheets: a line for each figure of each map, scenario and year, then the sums and the differences
  /// to the base case, which say so in the first column.
  ///
  /// - Parameter houses: Whether each dwelling's chances are told; for those who sat at the table.
  public func csv(in language: Language, houses: Bool = false) -> String {
    var rows = [Self.heads(houses: houses).map { $0(in: language) }]
    for file in record.files {
      for (number, item) in file.cases.enumerated() {
        for (map, sheet) in file.maps.enumerated() {
          let place = Place(
            kind: Phrase(ja: "地図", en: "map"), file: file, map: sheet.id, title: sheet.title,
            scenario: item.scenario ?? "", method: method(file, case: number, map: map))
          for state in states(file, case: number, map: map) {
            rows += self.rows(state, place, houses: houses, in: language)
          }
        }
        let isExact = item.cells.allSatisfy { $0.exact != nil }
        let together = Place(
          kind: Phrase(ja: "合計", en: "workshop"), file: file, map: "", title: "",
          scenario: item.scenario ?? "",
          method: ChanceMethodWords(
            runs: isExact ? nil : Int(file.tally.runs), seed: record.seed, error: nil, reasons: []))
        for state in sums(file, case: number) {
          rows += self.rows(state, together, houses: houses, in: language)
        }
      }
    }
    let all = Place(
      kind: Phrase(ja: "総計", en: "all"), file: nil, map: "", title: "", scenario: "", method: nil)
    for state in total { rows += self.rows(state, all, houses: houses, in: language) }
    return CSVText.text(rows)
  }

  /// What a line speaks of.
  private struct Place {
    var kind: Phrase
    var file: ChanceRecord.File?
    var map: String
    var title: String
    var scenario: String
    var method: ChanceMethodWords?
  }

  /// How a difference was found.
  private static func words(_ way: DifferenceWay) -> Phrase {
    way.hasExactMeans
      ? Phrase(
        ja: "平均は厳密、ほかは模擬計算 \(way.runs)組", en: "mean exact, the rest simulated, \(way.runs) pairs of runs")
      : Phrase(ja: "模擬計算 \(way.runs)組", en: "simulated, \(way.runs) pairs of runs")
  }

  private static func heads(houses: Bool) -> [Phrase] {
    let heads = [
      Phrase(ja: "種類", en: "kind"), Phrase(ja: "ファイル", en: "file"), Phrase(ja: "ワークショップ", en: "workshop"),
      Phrase(ja: "地図", en: "map"), Phrase(ja: "題名", en: "title"), Phrase(ja: "もしも", en: "scenario"),
      Phrase(ja: "年", en: "year"), Phrase(ja: "何年後", en: "years after"),
      Phrase(ja: "計算", en: "method"), Phrase(ja: "項目", en: "figure"), Phrase(ja: "中央値", en: "median"),
      Phrase(ja: "平均", en: "mean"), Phrase(ja: "80% 下", en: "80% low"), Phrase(ja: "80% 上", en: "80% high"),
      Phrase(ja: "95% 下", en: "95% low"), Phrase(ja: "95% 上", en: "95% high"),
      Phrase(ja: "分散", en: "variance"), Phrase(ja: "平均の標準誤差", en: "standard error of the mean"),
    ]
    guard houses else { return heads }
    return heads + [
      Phrase(ja: "家", en: "dwelling"), Phrase(ja: "知っている人が住む（%）", en: "lived in (%)"),
      Phrase(ja: "知らない世帯が住む（%）", en: "unknown household (%)"), Phrase(ja: "空き家（%）", en: "vacant (%)"),
      Phrase(ja: "家がない（%）", en: "no house (%)"),
    ]
  }

  private func rows(
    _ then: Then, _ place: Place, houses: Bool, in language: Language
  ) -> [[String]] {
    let method =
      place.method.map { method in
        method.runs.map { Phrase(ja: "模擬計算 \($0)回", en: "simulated, \($0) runs") }
          ?? Phrase(ja: "厳密", en: "exact")
      }?(in: language) ?? ""
    func first(_ kind: Phrase, _ method: String = method) -> [String] {
      [
        kind(in: language), place.file?.name ?? "", place.file?.title ?? "",
        place.map.isEmpty ? then.maps.joined(separator: " ") : place.map, place.title, place.scenario,
        then.year.map(String.init) ?? "", String(then.horizon), method,
      ]
    }
    let blank = [String](repeating: "", count: houses ? 5 : 0)
    /// To six digits after the point, as long as it has any.
    func fine(_ value: Double, _ item: FigureKind) -> String {
      let scaled = item.unit == .share ? value * 10_000 : value
      return JSONText.double((scaled * 1e6).rounded() / 1e6).bare
    }
    func row(
      _ kind: Phrase, _ figure: ChanceFigure, _ item: FigureKind, runs: Int?, way: DifferenceWay? = nil
    ) -> [String] {
      // Of a share in per cent: its variance is in per cent too, and so is the error.
      let error = runs.map { figure.standardError(runs: $0) * (item.unit == .share ? 100 : 1) }
      let tail = [
        fine(figure.variance, item), error.map { JSONText.double(($0 * 1e6).rounded() / 1e6).bare } ?? "",
      ]
      let isShare = item.unit == .share
      let name = item.label(in: language) + (isShare ? Phrase(ja: "（%）", en: " (%)")(in: language) : "")
      let values = [
        figure.median, figure.mean, figure.interval80.lowerBound, figure.interval80.upperBound,
        figure.interval95.lowerBound, figure.interval95.upperBound,
      ].enumerated().map { index, value in
        item.unit == .count && index != 1
          ? String(Int(value)) : FigureWords.twoDigits(isShare ? value * 100 : value)
      }
      return first(kind, way.map { Self.words($0)(in: language) } ?? method) + [name] + values + tail + blank
    }
    var rows = kinds.compactMap { item in
      then.figure(item).map { row(place.kind, $0, item, runs: place.method?.runs) }
    }
    let difference = Phrase(
      ja: place.kind.ja + "・もとの場合との差", en: place.kind.en + ", difference to the base case")
    rows += kinds.compactMap { item in
      then.difference(item).map {
        row(
          difference, $0, item, runs: then.way.flatMap { $0.hasExactMeans ? nil : $0.runs }, way: then.way)
      }
    }
    guard houses else { return rows }
    return rows
      + then.dwellings.map { dwelling in
        let shares = [dwelling.occupied, dwelling.unknown, dwelling.vacant, dwelling.absent]
        return first(Phrase(ja: "家", en: "dwelling")) + [String](repeating: "", count: 9) + [dwelling.id]
          + shares.map { FigureWords.twoDigits($0 * 100) }
      }
  }
}
