import City
import Diagnostics

extension CityReport {
  /// The report for spreadsheets: a line for each district and year, the whole city last. Every figure takes five columns:
  /// median, the ends of the 80 % and of the 95 % interval; where ranges are exact, three: point, smallest, largest.
  public func csv(in language: Language) -> String {
    let question = simulation.question
    let ends =
      ranges != nil
      ? [Phrase(ja: "", en: ""), Phrase(ja: " 最小", en: " low"), Phrase(ja: " 最大", en: " high")]
      : [
        Phrase(ja: "", en: ""), Phrase(ja: " 80%下", en: " 80% low"), Phrase(ja: " 80%上", en: " 80% high"),
        Phrase(ja: " 95%下", en: " 95% low"), Phrase(ja: " 95%上", en: " 95% high"),
      ]
    var rows = [
      [
        Phrase(ja: "地区", en: "district"), Phrase(ja: "年", en: "year"), Phrase(ja: "何年後", en: "years after"),
      ].map { $0(in: language) }
        + Self.rows.flatMap { row in
          let unit = row.kind.unit == .share ? Phrase(ja: "（%）", en: " (%)")(in: language) : ""
          return ends.map { row.kind.label(in: language) + unit + $0(in: language) }
        }
    ]
    for group in groups {
      for (horizon, offset) in question.offsets.enumerated() {
        rows.append(
          [name(of: group, in: language), String(question.baseYear + offset), String(offset)]
            + Self.rows.flatMap { row -> [String] in
              if let ranges { return row.kind.csvCells(ranges.figures[group][horizon]) }
              let counts = simulation.counts(row.figure, group: group, horizon: horizon)
              let shares = Self.shares
              return [shares.median, shares.low80, shares.high80, shares.low95, shares.high95].map {
                counts.quantile(perMille: $0).map { Self.text($0, row, digits: 2) } ?? ""
              }
            })
      }
    }
    return CSVText.text(rows)
  }

  /// The report for programs; its form is told in the manual and only ever added to.
  public func json() -> String {
    let question = simulation.question
    return JSONText.object([
      ("format", .string("tenken-city-1")), ("baseYear", .int(question.baseYear)),
      ("people", .int(question.people)), ("houses", .int(question.districts.map(\.houses).reduce(0, +))),
      ("rules", .string(record.rules.rawValue)),
      ("processes", .array(record.processes.map { .string($0.rawValue) })),
      ("method", .string(ranges != nil ? "exact" : isCertain ? "certain" : "simulated")),
      ("runs", .int(simulation.runs)),
      ("seed", .string(String(question.seed))), ("skippedLines", .int(question.skippedLines)),
      (
        "districts",
        .array(
          question.districts.enumerated().map { place, district in
            .object([
              ("name", .optional(district.name)), ("districts", .int(district.districts)),
              ("houses", .int(district.houses)), ("states", states(group: place)),
            ])
          })
      ),
      ("all", .object([("states", states(group: question.districts.count))])),
    ]).text
  }

  private func states(group: Int) -> JSONText {
    let question = simulation.question
    return .array(
      question.offsets.enumerated().map { horizon, offset in
        .object([
          ("horizon", .int(offset)), ("year", .int(question.baseYear + offset)),
          (
            "figures",
            .object(
              Self.rows.map { row in
                if let ranges {
                  return (row.kind.key, row.kind.value(ranges.figures[group][horizon])?.json ?? .null)
                }
                return (
                  row.kind.key, Self.json(simulation.counts(row.figure, group: group, horizon: horizon), row)
                )
              })
          ),
        ])
      })
  }

  private static func json(_ counts: RunCounts, _ row: Row) -> JSONText {
    guard counts.count > 0 else { return .null }
    func value(_ share: Int) -> JSONText {
      guard let value = counts.quantile(perMille: share) else { return .null }
      guard row.figure.scale > 1 else { return .int(Int(value)) }
      let told = Double(row.figure.told)
      return .double((Double(value) / Double(row.figure.scale) * told).rounded() / told)
    }
    let scale = Double(row.figure.scale)
    func fine(_ value: Double?) -> JSONText { .optional(value.map { ($0 * 1e9).rounded() / 1e9 }) }
    return .object([
      ("median", value(shares.median)), ("low80", value(shares.low80)), ("high80", value(shares.high80)),
      ("low95", value(shares.low95)), ("high95", value(shares.high95)),
      ("mean", fine(counts.mean.map { $0 / scale })),
      ("variance", fine(counts.variance.map { $0 / scale / scale })),
    ])
  }
}
