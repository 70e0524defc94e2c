import Picture
import Workshop

/// A name that follows a line.
struct LineName {
  var course: Int
  var words: String
  var size: Double
  /// The middle of the words.
  var center: Vec
  /// Turned clockwise, in degrees; always readable from below or from the right.
  var rotation: Double
  /// What the words cover.
  var bar: Bar
  /// Whether it stands on the line's own band.
  var isOnBand: Bool
}

/// Puts the names of roads, rivers and railways along them: on the band where it is wide enough, else beside
/// it, on a stretch that is straight enough and that nothing else crosses.
struct LineNames {
  let geometry: MapGeometry
  let type: Typesetter

  /// The names that stand on their own band, past the boxes of `index`, and the numbers of the lines whose names have to stand beside them.
  func onBands(past index: CollisionIndex) -> (names: [LineName], beside: [Int]) {
    var names: [LineName] = []
    var others: [Int] = []
    for (number, course) in geometry.courses.enumerated() {
      let words = course.line.name ?? course.line.id
      guard !words.isEmpty, course.inside.length > 0 else { continue }
      let width = course.half * 2
      let sizes = width < Self.leastBand ? [] : [min(9.5, width * 0.68), 7, 6]
      let name = sizes.lazy.filter { $0 <= width * 0.74 && $0 >= Theme.smallestSymbol }
        .compactMap { onBand(number, course, words, $0, names, index) }.first
      if let name { names.append(name) } else { others.append(number) }
    }
    return (names, others)
  }

  /// The names of the lines of the given numbers beside them, those that find a place in `index`.
  func beside(_ numbers: [Int], _ index: CollisionIndex) -> [LineName] {
    var index = index
    var names: [LineName] = []
    for number in numbers {
      let course = geometry.courses[number]
      let words = course.line.name ?? course.line.id
      let name = [8.0, 7, 6].lazy.compactMap { beside(number, course, words, $0, index) }.first
      guard let name else { continue }
      names.append(name)
      index.take(name.bar)
    }
    return names
  }

  /// The narrowest band on which a name in the smallest type stands.
  static let leastBand = 8.2

  /// Places along the line that are tried: near an end first, where fewer things cross.
  private static let fractions =
    [0.0, 1, 0.12, 0.88, 0.25, 0.75, 0.38, 0.62, 0.5, 0.06, 0.94, 0.18, 0.82, 0.31, 0.69]
    + (1..<32).map { Double($0) / 32 }

  private func stretches(
    _ course: MapGeometry.Course, _ length: Double, slack: Double
  ) -> [(center: Vec, direction: Vec)] {
    let line = course.inside
    let margin = 7.0
    let free = line.length - length - 2 * margin
    guard free >= 0 else { return [] }
    var result: [(Vec, Vec)] = []
    for fraction in Self.fractions {
      let start = margin + free * fraction
      let a = line.at(start).point
      let b = line.at(start + length).point
      let chord = b - a
      guard chord.length > length * 0.97 else { continue }
      let direction = chord.unit
      var isStraight = true
      for point in line.points where (point - a).dot(direction) > 0 && (point - b).dot(direction) < 0 {
        if abs((point - a).cross(direction)) > slack && (point - a).length < length * 1.1 {
          isStraight = false
        }
      }
      if isStraight { result.append(((a + b) * 0.5, direction)) }
    }
    return result
  }

  private func onBand(
    _ number: Int, _ course: MapGeometry.Course, _ words: String, _ size: Double, _ names: [LineName],
    _ index: CollisionIndex
  ) -> LineName? {
    let line = type.line(words, size)
    let halfHeight = line.ink.height / 2
    for (center, direction) in stretches(course, line.width, slack: max(0.3, course.half - halfHeight)) {
      let bar = Bar(
        center: center, direction: direction, halfLength: line.width / 2 + 2, halfWidth: halfHeight + 0.4)
      guard geometry.panel.inset(2).contains(bar.bounds) else { continue }
      guard !names.contains(where: { $0.bar.intersects(bar) }) else { continue }
      let isCrossed = geometry.courses.enumerated().contains { other, course in
        other != number && course.bars.contains { $0.intersects(bar) }
      }
      if isCrossed || !index.isClearOfBoxes(bar) { continue }
      return make(number, words, size, center, direction, bar, true)
    }
    return nil
  }

  private func beside(
    _ number: Int, _ course: MapGeometry.Course, _ words: String, _ size: Double, _ index: CollisionIndex
  ) -> LineName? {
    let line = type.line(words, size)
    let halfHeight = line.ink.height / 2
    for (center, direction) in stretches(course, line.width, slack: 2) {
      for side in [1.0, -1] {
        let away = course.half + halfHeight + 3
        let middle = center + direction.left * (side * away)
        let bar = Bar(
          center: middle, direction: direction, halfLength: line.width / 2 + 1, halfWidth: halfHeight + 0.6)
        guard geometry.panel.inset(2).contains(bar.bounds), index.isFree(bar) else { continue }
        return make(number, words, size, middle, direction, bar, false)
      }
    }
    return nil
  }

  private func make(
    _ number: Int, _ words: String, _ size: Double, _ center: Vec, _ direction: Vec, _ bar: Bar,
    _ isOnBand: Bool
  ) -> LineName {
    var reading = direction
    if reading.x < -1e-6 || (abs(reading.x) <= 1e-6 && reading.y < 0) { reading = reading * -1 }
    return LineName(
      course: number, words: words, size: size, center: center, rotation: Trigonometry.degrees(reading),
      bar: bar, isOnBand: isOnBand)
  }

  /// The words of `name` at their place.
  func text(_ name: LineName, color: Color) -> PlacedText {
    let line = type.line(name.words, name.size)
    let down = -(line.ink.y0 + line.ink.y1) / 2
    let shift = -((line.ink.x0 + line.ink.x1) / 2 - line.width / 2)
    let along = Trigonometry.along(name.rotation)
    let origin = name.center + along * shift + along.left * -down
    return type.place(name.words, name.size, color: color, at: origin, .center, rotation: name.rotation)
  }
}
