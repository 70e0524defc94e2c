import Workshop

/// Lets the houses of a row tell more by setting the whole row anew, so that those with room make room for those without.
struct RowsOfMore {
  let trial: LayoutTrial

  /// How often a row is set before it stays as it is.
  private static let mostAttempts = 24

  /// Sets every row with the first of the `choices` of its houses, and where it does not fit with the next for whoever
  /// is in the way; behind the last of them a house stays as it is.
  func enrich(_ filling: inout Filling, _ choices: [[RicherHouse]]) {
    guard filling.solution.detail.lines == 1 else { return }
    var rows: [(row: RoadRow, members: [Int])] = []
    for (number, thing) in filling.solution.things.enumerated() {
      guard case .along(let row, _, _) = thing.placement else { continue }
      if let known = rows.lastIndex(where: { $0.row == row }) {
        rows[known].members.append(number)
      } else {
        rows.append((row, [number]))
      }
    }
    let detail = filling.solution.detail
    let free = FreePlaces(geometry: trial.geometry, detail: detail, reach: 0)
    for (row, members) in rows where members.contains(where: { $0 < choices.count && !choices[$0].isEmpty }) {
      guard let course = trial.geometry.courses.first(where: { $0.line.id == row.road }),
        let side = RoadSide(trial.geometry, course, row, clearance: free.clearance)
      else { continue }
      for number in members { filling.release(number) }
      let placement = RowPlacement(
        places: RoadPlaces(side: side, gap: detail.gap, air: detail.air, free: free), mostLines: 1,
        isEvened: true)
      set(members, placement, &filling, choices)
      for number in members { filling.settle(number) }
    }
  }

  private func set(
    _ members: [Int], _ placement: RowPlacement, _ filling: inout Filling, _ choices: [[RicherHouse]]
  ) {
    var levels = members.map { _ in 0 }
    func choice(_ order: Int) -> RicherHouse? {
      let number = members[order]
      return number < choices.count && levels[order] < choices[number].count
        ? choices[number][levels[order]] : nil
    }
    for _ in 0..<Self.mostAttempts {
      let things = members.indices.map { choice($0)?.thing ?? filling.solution.things[members[$0]] }
      guard members.indices.contains(where: { choice($0) != nil }) else { return }
      if let centers = placement.solve(things, filling.index) {
        for (order, center) in centers.enumerated() {
          filling.solution.places[members[order]].center = center
          if let choice = choice(order) { filling.solution.take(choice, members[order], at: center) }
        }
        return
      }
      /// How much more of the road it takes than it would with less.
      func excess(_ order: Int) -> Double {
        things[order].width * things[order].height
          - filling.solution.things[members[order]].width * filling.solution.things[members[order]].height
      }
      let widest = members.indices.filter { choice($0) != nil }.max { excess($0) < excess($1) }
      let stuck = placement.stuck(things, filling.index).filter { choice($0) != nil }
      guard !stuck.isEmpty || widest != nil else { return }
      for order in stuck.isEmpty ? [widest].compactMap({ $0 }) : stuck { levels[order] += 1 }
    }
  }
}
