import Workshop

/// How good the places are that were found.
extension HousePlacement {
  /// How far everything stands from its ideal place, the far things counted more, and names that are lost.
  func strain(_ places: [Place]) -> Double {
    var sum = 0.0
    for (thing, place) in zip(things, places) {
      let ideal: Vec? =
        switch thing.placement {
        case .point(let point): free.pushedInside(geometry.place(point), thing)
        case .along(let row, let slot, let slots): side(row).map { self.ideal(thing, $0, slot, slots) }
        case .anywhere: thing.loose.map { free.pushedInside(geometry.place($0), thing) }
        }
      let away = ideal.map { (place.center - $0).length } ?? 0
      sum += place.isLeftOut ? 250_000 : away * away + 2500 * Double(place.step)
    }
    return sum
  }

  /// How far the houses of the worst row stand from its even places, typically, in points: a tall house for which there is
  /// room at one end of its road only pushes all others aside.
  func unrest(_ places: [Place]) -> Double { unrests(places).map(\.unrest).max() ?? 0 }

  /// How much landmarks at points lose where there is little room: their names a little, their size more, their place the
  /// more the further they stand from it.
  func landmarkLoss(_ places: [Place]) -> Double {
    let small = min(geometry.panel.width, geometry.panel.height)
    return (houses..<things.count).reduce(0) { sum, number in
      let (thing, place) = (things[number], places[number])
      guard case .point(let point) = thing.placement, !thing.isHopeless, !thing.isName else { return sum }
      if place.isLeftOut { return sum + 4 }
      let away = (place.center - geometry.place(point)).length / max(small, 1)
      return sum + 0.4 * Double(place.step) + max(0, away - 0.08) * 4
    }
  }

  /// The same row by row.
  func unrests(_ places: [Place]) -> [(row: RoadRow, unrest: Double)] {
    rows(things.indices.prefix(houses)).map { row, numbers in
      let side = side(row)
      let squares = numbers.compactMap { number -> Double? in
        guard let side, case .along(_, let slot, let slots) = things[number].placement else { return nil }
        let away = places[number].center - ideal(things[number], side, slot, slots)
        return away.dot(away)
      }
      let mean = squares.reduce(0, +) / Double(max(1, squares.count))
      return (row, mean.squareRoot())
    }
  }
}
