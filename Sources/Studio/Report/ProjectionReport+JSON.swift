import Diagnostics
import Projection
import Workshop

extension ProjectionReport {
  /// The report for programs; its form is told in the manual and only ever added to.
  ///
  /// - Parameter houses: Whether the state of every house and person goes in, and everything that happens to them.
  public func json(houses: Bool = false) -> String {
    JSONText.object([
      ("format", .string("tenken-projection-1")),
      ("files", .array(files.map { json($0, houses: houses) })),
      ("total", .array(total.map { json($0, files.flatMap { $0.cases.first?.maps ?? [] }) })),
    ]).text
  }

  private func json(_ file: File, houses: Bool) -> JSONText {
    .object([
      ("file", .string(file.name)), ("title", .string(file.session.title)),
      ("cases", .array(file.cases.map { json($0, houses: houses) })),
    ])
  }

  private func json(_ item: Case, houses: Bool) -> JSONText {
    .object([
      ("scenario", .optional(item.scenario)),
      (
        "maps",
        .array(
          item.maps.indices.map { map in
            json(
              item.maps[map], item.differences.isEmpty ? nil : item.differences[map].states.map(\.figures),
              houses: houses)
          })
      ),
      (
        "total",
        .array(
          item.total.indices.map { index in
            let more = item.totalDifference.isEmpty ? nil : item.totalDifference[index].figures
            return json(item.total[index], item.maps, difference: more)
          })
      ),
    ])
  }

  private func json(_ foreseen: ForeseenMap, _ differences: [Figures]?, houses: Bool) -> JSONText {
    let projection = foreseen.projection
    var members: [(String, JSONText)] = [
      ("id", .string(foreseen.map.id)), ("title", .string(foreseen.map.title)),
      ("baseYear", .int(projection.baseYear)), ("rules", json(projection.rules)),
      (
        "states",
        .array(
          projection.states.enumerated().map { json($1, difference: differences?[$0], houses: houses) })
      ),
    ]
    if houses { members.append(("events", .array(projection.events.map(\.json)))) }
    return .object(members)
  }

  private func json(_ rules: Rules) -> JSONText {
    .object(
      [
        ("deceasedAt", .optional(rules.deceasedAt.years)),
        ("childrenLeaveAt", .optional(rules.childrenLeaveAt.years)),
        ("relet", .bool(rules.reletsRentedUnits)),
        ("demolishedAfter", .optional(rules.demolishedAfter.years)),
      ] + (tellsDriving ? [("drivesUntil", .optional(rules.drivesUntil.years))] : []))
  }

  private func json(_ state: MapThen, difference: Figures?, houses: Bool) -> JSONText {
    var members: [(String, JSONText)] = [
      ("horizon", .int(state.horizon)), ("year", .int(state.year)), ("figures", json(state.figures)),
    ]
    if let difference { members.append(("difference", json(difference))) }
    if houses { members.append(("houses", .array(state.houses.map { $0.json(tellsDriving: tellsDriving) }))) }
    return .object(members)
  }

  private func json(
    _ then: SessionThen, _ maps: [ForeseenMap], difference: Figures? = nil
  ) -> JSONText {
    let bases = Set(maps.map(\.projection.baseYear))
    var members: [(String, JSONText)] = [
      ("horizon", .int(then.horizon)),
      ("year", bases.count == 1 ? .optional(bases.first.map { $0 + then.horizon }) : .null),
      ("maps", .array(then.mapIDs.map { .string($0) })), ("figures", json(then.figures)),
    ]
    if let difference { members.append(("difference", json(difference))) }
    return .object(members)
  }

  private func json(_ figures: Figures) -> JSONText {
    .object(kinds.map { ($0.key, $0.value(figures)?.json ?? .null) })
  }
}

extension HouseThen {
  /// As JSON.
  ///
  /// - Parameter tellsDriving: See ``DwellingThen/json(tellsDriving:)``.
  func json(tellsDriving: Bool) -> JSONText {
    .object([
      ("id", .string(id)), ("dwellings", .array(dwellings.map { $0.json(tellsDriving: tellsDriving) })),
    ])
  }
}

extension DwellingThen {
  /// As JSON.
  ///
  /// - Parameter tellsDriving: Whether it is told that nobody here can drive.
  func json(tellsDriving: Bool) -> JSONText {
    .object(
      [
        ("id", .string(id)), ("status", .string(status.rawValue)),
        ("possible", .array(DwellingStatus.allCases.filter(possible.contains).map { .string($0.rawValue) })),
        ("newlyVacant", .bool(isNewlyVacant)), ("likelyVacantNext", .bool(isLikelyVacantNext)),
        ("people", .array(people.map(\.json))),
      ] + (tellsDriving ? [("withoutDriver", .bool(isWithoutDriver))] : []))
  }
}

extension PersonThen {
  /// As JSON.
  var json: JSONText {
    let ages: (point: Int?, low: Int?, high: Int?) =
      switch age {
      case .exact(let years): (years, years, years)
      case .band(let band, let representative): (representative, band.lowerBound, band.upperBound)
      case .unknown: (nil, nil, nil)
      }
    return .object([
      ("id", .string(id)), ("sex", .string(sex.rawValue)),
      (
        "age",
        ages.point == nil
          ? .null
          : .object([
            ("point", .optional(ages.point)), ("low", .optional(ages.low)), ("high", .optional(ages.high)),
          ])
      ),
      ("relation", .string(relation.rawValue)), ("here", .bool(isHere)), ("depends", .bool(depends)),
    ])
  }
}

extension Event {
  /// As JSON.
  var json: JSONText {
    .object([
      ("year", .int(year)), ("dwelling", .string(dwellingID)), ("person", .optional(residentID)),
      ("age", .optional(age)), ("event", .string(kind.rawValue)), ("cause", cause.json),
    ])
  }
}

extension Cause {
  /// As JSON: the kind of cause, with the number or the name that belongs to it.
  var json: JSONText {
    switch self {
    case .sheet: .object([("kind", .string("sheet"))])
    case .scenario(let name): .object([("kind", .string("scenario")), ("name", .string(name))])
    case .deceasedAt(let age): .object([("kind", .string("deceasedAt")), ("age", .int(age))])
    case .childrenLeaveAt(let age): .object([("kind", .string("childrenLeaveAt")), ("age", .int(age))])
    case .nobodyLeft: .object([("kind", .string("nobodyLeft"))])
    case .relet: .object([("kind", .string("relet"))])
    case .demolishedAfter(let years): .object([("kind", .string("demolishedAfter")), ("years", .int(years))])
    case .drivesUntil(let age): .object([("kind", .string("drivesUntil")), ("age", .int(age))])
    case .noDriverLeft: .object([("kind", .string("noDriverLeft"))])
    }
  }
}
