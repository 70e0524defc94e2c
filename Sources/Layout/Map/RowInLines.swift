import Workshop

/// Stands a crowded row in lines one behind the other, and still in the order in which the table named its houses: every
/// house further along the road than the one before it.
struct RowInLines {
  let places: RoadPlaces
  /// In how many lines.
  let lines: Int

  private var side: RoadSide { places.side }

  /// How much further along the road than its neighbour a house stands at the least, so that the order can be seen.
  private static let step = 1.5
  /// From which multiple of the usual depth on a house stands at the road, and others of its row beside it: a block is no
  /// reason to put the second line behind it.
  private static let tall = 1.6

  /// Where the houses of `row` stand; nil where they find no room.
  func solve(_ row: [RowMember], _ index: CollisionIndex) -> [RowStand]? {
    let depths = row.map { $0.behind + side.extents($0.thing, side.general).out }
    let usual = depths.isEmpty ? 0 : depths.sorted()[depths.count / 2]
    let deepest = depths.filter { $0 <= usual * Self.tall }.max() ?? usual
    /// The places in the lines in which a house may stand.
    let choices = zip(row, depths).map { member, depth in
      (0..<(depth <= usual * Self.tall ? lines : 1)).map { line in
        var member = member
        member.behind += Double(line) * (deepest + places.gap + 1)
        return member
      }
    }
    guard let early = pack(choices, fromEnd: false, index) else { return nil }
    let chosen = zip(choices, early).map { choices, standing in [choices[standing.line]] }
    let late = pack(chosen, fromEnd: true, index)
    return spread(chosen.joined().map { $0 }, early, late?.map(\.stand), index) ?? early.map(\.stand)
  }

  private struct Standing {
    var stand: RowStand
    /// The number of the choice.
    var line: Int
  }

  /// Packs the row from one end of the road, every house in that of its lines in which it stands nearest to that end.
  private func pack(_ row: [[RowMember]], fromEnd: Bool, _ start: CollisionIndex) -> [Standing]? {
    var index = start
    var result: [Standing] = []
    let end = fromEnd ? 0 : side.line.length
    let sense: Double = fromEnd ? -1 : 1
    for choices in fromEnd ? row.reversed() : row {
      let from = result.last.map { $0.stand.along + sense * Self.step } ?? side.line.length - end
      guard (end - from) * sense >= 0 else { return nil }
      var best: Standing?
      for (line, member) in choices.enumerated() {
        let limit = best.map { $0.stand.along - sense * 0.5 } ?? end
        guard (limit - from) * sense >= 0 else { break }
        if let stand = places.search(member, from: from, to: limit, past: nil, index) {
          best = Standing(stand: stand, line: line)
        }
      }
      guard let best else { return nil }
      index.take(best.stand.box.inset(-places.gap))
      result.append(best)
    }
    return fromEnd ? result.reversed() : result
  }

  /// Every house between its places in the two packed rows, as evenly as what stands in the way allows.
  private func spread(
    _ row: [RowMember], _ early: [Standing], _ late: [RowStand]?, _ start: CollisionIndex
  ) -> [RowStand]? {
    var index = start
    var result: [RowStand] = []
    for (order, member) in row.enumerated() {
      let first = early[order].stand.along
      let low = max(first, result.last.map { $0.along + Self.step } ?? 0)
      let high = max(low, late?[order].along ?? low)
      let target = first + (high - first) * (Double(order) + 0.5) / Double(row.count)
      let best =
        places.nearest(member, to: target, from: low, upTo: high, past: nil, index)
        ?? places.search(member, from: low, to: side.line.length, past: nil, index)
      guard let best else { return nil }
      index.take(best.box.inset(-places.gap))
      result.append(best)
    }
    return result
  }
}
