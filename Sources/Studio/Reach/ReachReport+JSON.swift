import Diagnostics
import Projection
import Workshop

extension ReachReport {
  /// The answers for programs, with a line feed at the end.
  public var json: String {
    JSONText.object([
      ("format", .string("tenken-reach-1")), ("file", .string(file)), ("title", .string(title)),
      ("scenario", .optional(scenario)), ("maps", .array(maps.map(Self.json))),
    ]).text
  }

  private static func json(_ reach: Reach) -> JSONText {
    var members: [(String, JSONText)] = [
      ("map", .string(reach.map.id)), ("baseYear", .int(reach.map.baseYear)),
      ("targets", .array(reach.targets.map(json))),
      (
        "measures",
        .array(
          reach.possibilities.map {
            .object([("measure", .string($0.measure)), ("of", .optional($0.of))])
          })
      ),
      ("asThingsAre", states(reach.base, reach.targets)),
    ]
    switch reach.outcome {
    case .holds: members.append(("result", .string("holds")))
    case .reached(let answers):
      members += [
        ("result", .string("reached")), ("size", .int(answers.size)),
        ("count", .optional(answers.count)),
        (
          "answers",
          .array(
            answers.sets.map { set in
              .object([
                ("measures", .array(set.map { .int($0) })),
                ("states", states(reach.projection(with: set, name: ""), reach.targets)),
              ])
            })
        ), ("proof", json(answers.proof)),
      ]
    case .unreachable(let nearest):
      members += [
        ("result", .string("unreachable")), ("nearest", json(nearest)),
        ("states", states(reach.projection(with: nearest.set, name: ""), reach.targets)),
      ]
    }
    return .object(members)
  }

  private static func json(_ target: Target) -> JSONText {
    .object([
      ("figure", .string(target.figure.rawValue)),
      (target.figure.isCeiling ? "atMost" : "atLeast", .double(target.value)),
    ])
  }

  private static func json(_ nearest: Reach.Nearest) -> JSONText {
    .object([
      ("measures", .array(nearest.set.map { .int($0) })),
      (
        "missing",
        .array(
          nearest.gaps.map { gap in
            .object([
              ("target", json(gap.target)), ("horizon", .int(gap.horizon)), ("by", .double(gap.missing)),
            ])
          })
      ),
    ])
  }

  private static func json(_ proof: Reach.Proof) -> JSONText {
    switch proof {
    case .short(let target, let horizon, let size, let missing):
      .object([
        ("kind", .string("short")), ("size", .int(size)), ("target", json(target)),
        ("horizon", .int(horizon)),
        ("by", .double(missing)),
      ])
    case .everySet(let size, let sets, let nearest):
      .object([
        ("kind", .string("every-set")), ("size", .int(size)), ("sets", .optional(sets)),
        ("nearest", json(nearest)),
      ])
    }
  }

  private static func states(_ projection: MapProjection, _ targets: [Target]) -> JSONText {
    .array(
      projection.states.map { state in
        .object(
          [("horizon", .int(state.horizon)), ("year", .int(state.year))]
            + targets.map { ($0.figure.rawValue, .optional(value($0.figure, state.figures))) })
      })
  }
}
