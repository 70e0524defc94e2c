import Diagnostics
import Projection

extension ChanceReport {
  /// The report for programs; its form is told in the manual and only ever added to.
  ///
  /// - Parameter houses: Whether every dwelling's and person's chances go in; for those who sat at the table.
  public func json(houses: Bool = false) -> String {
    JSONText.object([
      ("format", .string("tenken-chance-1")), ("runs", .int(Int(record.runs))),
      ("seed", .string(String(record.seed))),
      ("files", .array(record.files.map { json($0, houses: houses) })),
      ("totalMethod", Self.json(methodOfTotal)),
      ("total", .array(total.map { json($0, houses: false, isSum: true, runs: methodOfTotal.runs) })),
    ]).text
  }

  private func json(_ file: ChanceRecord.File, houses: Bool) -> JSONText {
    .object([
      ("file", .string(file.name)), ("title", .string(file.title)),
      (
        "cases",
        .array(
          file.cases.enumerated().map { number, item in
            .object([
              ("scenario", .optional(item.scenario)),
              (
                "maps",
                .array(
                  file.maps.enumerated().map { map, sheet in
                    .object([
                      ("id", .string(sheet.id)), ("title", .string(sheet.title)),
                      ("baseYear", .int(sheet.baseYear)),
                      ("method", Self.json(method(file, case: number, map: map))),
                      (
                        "states",
                        .array(
                          states(file, case: number, map: map).map {
                            json(
                              $0, houses: houses, isSum: false,
                              runs: method(file, case: number, map: map).runs)
                          })
                      ),
                    ])
                  })
              ),
              ("totalMethod", Self.json(methodOfSums(file, case: number))),
              (
                "total",
                .array(
                  sums(file, case: number).map {
                    json(
                      $0, houses: false, isSum: true, runs: methodOfSums(file, case: number).runs)
                  })
              ),
            ])
          })
      ),
    ])
  }

  private static func json(_ method: ChanceMethodWords) -> JSONText {
    let reasons = JSONText.array(
      method.reasons.map { .object([("ja", .string($0.ja)), ("en", .string($0.en))]) })
    guard let runs = method.runs else {
      // What of an exact answer is not quite so.
      return .object([("kind", .string("exact"))] + (method.reasons.isEmpty ? [] : [("notes", reasons)]))
    }
    return .object([
      ("kind", .string("simulated")), ("runs", .int(runs)),
      ("standardError", number(method.error ?? 0)),
      ("reasons", reasons),
    ])
  }

  /// - Parameter runs: How many runs showed the figures; nil where they were worked out exactly.
  private func json(_ then: Then, houses: Bool, isSum: Bool, runs: Int?) -> JSONText {
    var members: [(String, JSONText)] = [
      ("horizon", .int(then.horizon)), ("year", .optional(then.year)),
    ]
    if isSum { members.append(("maps", .array(then.maps.map { .string($0) }))) }
    members.append(
      ("figures", .object(kinds.map { ($0.key, Self.json(then.figure($0), runs: runs)) })))
    members.append(("vacantDistribution", then.counts[.vacant].map(Self.json) ?? .null))
    if !then.countDifferences.isEmpty {
      members.append(
        (
          "differences",
          .object(
            kinds.map { kind in
              (
                kind.key,
                Self.json(then.difference(kind), runs: then.way.flatMap { $0.hasExactMeans ? nil : $0.runs })
              )
            })
        ))
    }
    if let way = then.way {
      members.append(
        (
          "differenceMethod",
          .object([
            ("mean", .string(way.hasExactMeans ? "exact" : "simulated")), ("rest", .string("simulated")),
            ("runs", .int(way.runs)), ("standardError", Self.number(then.hasNoDifference ? 0 : way.error)),
          ])
        ))
    }
    guard houses else { return .object(members) }
    members.append(
      (
        "dwellings",
        .array(
          then.dwellings.map {
            .object([
              ("id", .string($0.id)), ("occupied", Self.number($0.occupied)),
              ("unknown", Self.number($0.unknown)),
              ("vacant", Self.number($0.vacant)), ("absent", Self.number($0.absent)),
            ])
          })
      ))
    members.append(
      (
        "people",
        .array(
          then.people.map {
            .object([
              ("id", .string($0.id)), ("dwelling", .string($0.dwellingID)), ("here", Self.number($0.here)),
            ])
          })
      ))
    return .object(members)
  }

  /// - Parameter runs: How many runs its mean comes from: then the standard error of the mean goes with it.
  private static func json(_ figure: ChanceFigure?, runs: Int?) -> JSONText {
    guard let figure else { return .null }
    func told(_ value: Double) -> JSONText { number(figure.rounded(value)) }
    var members: [(String, JSONText)] = [
      ("median", told(figure.median)), ("mean", number(figure.mean)), ("variance", number(figure.variance)),
      ("low80", told(figure.interval80.lowerBound)), ("high80", told(figure.interval80.upperBound)),
      ("low95", told(figure.interval95.lowerBound)), ("high95", told(figure.interval95.upperBound)),
    ]
    if let runs { members.append(("standardError", number(figure.standardError(runs: runs)))) }
    return .object(members)
  }

  private static func json(_ distribution: Distribution) -> JSONText {
    .object([
      ("first", .int(distribution.first)), ("chances", .array(distribution.chances.map(number))),
    ])
  }

  /// To nine digits after the point: more than any chance is known to, and the same on every machine.
  private static func number(_ value: Double) -> JSONText {
    .double((value * 1e9).rounded() / 1e9)
  }
}
