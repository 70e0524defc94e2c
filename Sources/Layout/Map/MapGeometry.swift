import Workshop

/// The sheet of paper fitted into a panel: where its roads, areas and points come to lie.
///
/// What the table drew is cut to its content and stretched to use the panel, in one direction up to
/// ``mostStretch`` times more than in the other where it is crowded: the sheets are sketches, not surveys. Where there
/// is room for everything it keeps nearly the shape in which it was drawn.
struct MapGeometry {
  /// A road, a river or a railway on the page.
  struct Course {
    var line: Line
    /// Its course with rounded bends; it may run beyond the panel.
    var polyline: Polyline
    /// The part inside the panel.
    var inside: Polyline
    /// Half the width of its band.
    var half: Double
    /// Its band, stretch by stretch.
    var bars: [Bar]
  }

  /// An area on the page.
  struct Region {
    var area: Area
    var outline: [Vec]
  }

  static let mostStretch = 2.4
  /// The same where next to nothing stands on the sheet.
  static let leastStretch = 1.25

  let panel: Box
  let courses: [Course]
  let regions: [Region]
  /// 1 on an A4 sheet, smaller in small panels: what widths of roads follow.
  let unit: Double
  private let north: Double
  private let warped: (SheetPoint) -> Vec
  private let scale: Vec
  /// What of the sheet is shown.
  private let crop: Box

  /// Fits `map` into `panel`, shared out by what its houses and landmarks need: the least with which ages can be read, unless
  /// they are `measured`.
  init(_ map: TableMap, panel: Box, measured: RoomNeeds? = nil) {
    self.panel = panel
    north = map.sheet.north * .pi / 180
    let crop = Self.content(map)
    self.crop = crop
    let size = Vec(max(crop.x1 - crop.x0, 1e-6), max(crop.y1 - crop.y0, 1e-6))
    var x = panel.width / size.x
    var y = panel.height / size.y
    let crowding = RoomNeeds.crowding(map, on: Vec(panel.width, panel.height))
    let stretch = Self.leastStretch + (Self.mostStretch - Self.leastStretch) * crowding
    x = min(x, y * stretch)
    y = min(y, x * stretch)
    let fit = Vec(x, y)
    scale = fit
    let start = Vec(panel.center.x - size.x * x / 2, panel.center.y - size.y * y / 2)
    let warp = SheetWarp(
      map, crop: crop, room: Vec(size.x * x, size.y * y), crowding: crowding,
      needs: measured ?? .estimated(map))
    let place = { (p: SheetPoint) -> Vec in
      let share = warp.place(Vec((p.x - crop.x0) / size.x, (p.y - crop.y0) / size.y))
      return Vec(start.x + share.x * size.x * fit.x, start.y + share.y * size.y * fit.y)
    }
    self.warped = place
    let unit = min(1.15, max(0.62, (panel.width * panel.height / 280_000).squareRoot()))
    self.unit = unit
    var courses: [Course] = []
    for line in map.lines where line.points.count > 1 {
      var points: [Vec] = []
      for point in Self.fine(line.points, crop).map(place)
      where points.isEmpty || (point - (points.last ?? point)).length > 0.01 {
        points.append(point)
      }
      guard points.count > 1 else { continue }
      let half = Self.width(line.kind, unit) / 2
      Self.extend(&points, line.points, map.sheet, crop, panel.inset(-(half + 1)))
      let polyline = Polyline(points).rounded(most: 9 * unit)
      var bars: [Bar] = []
      for index in polyline.points.indices.dropFirst() {
        let (a, b) = (polyline.points[index - 1], polyline.points[index])
        let bar = Bar(from: a, to: b, halfWidth: half)
        if bar.bounds.intersects(panel) { bars.append(bar) }
      }
      courses.append(
        Course(
          line: line, polyline: polyline, inside: polyline.clipped(to: panel), half: half, bars: bars))
    }
    self.courses = courses
    regions = map.areas.filter { $0.points.count > 2 }.map {
      Region(
        area: $0,
        outline: Self.fine($0.points + $0.points.prefix(1), crop).map {
          Self.overEdge($0, place($0), map.sheet, panel)
        })
    }
  }

  /// Where a point of the sheet lies on the page.
  func place(_ p: SheetPoint) -> Vec { warped(p) }

  /// The point of the sheet that lies at so much of the width and of the height of what is shown.
  func point(_ x: Double, _ y: Double) -> SheetPoint {
    SheetPoint(x: crop.x0 + crop.width * x, y: crop.y0 + crop.height * y)
  }

  /// A course in steps small enough to follow the warp.
  private static func fine(_ points: [SheetPoint], _ crop: Box) -> [SheetPoint] {
    guard var last = points.first else { return [] }
    var result = [last]
    for point in points.dropFirst() {
      let far = max(abs(point.x - last.x) / crop.width, abs(point.y - last.y) / crop.height)
      let isLevel = abs(point.x - last.x) < crop.width * 0.004 || abs(point.y - last.y) < crop.height * 0.004
      let steps = isLevel ? 1 : max(1, min(16, Int(far * 12)))
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        result.append(SheetPoint(x: last.x + (point.x - last.x) * t, y: last.y + (point.y - last.y) * t))
      }
      last = point
    }
    return result
  }

  /// A direction of the compass on the page.
  func direction(_ side: Compass) -> Vec {
    let v = Trigonometry.direction(north + side.turn)
    return Vec(v.x * scale.x, v.y * scale.y).unit
  }

  /// The direction of north on the page.
  var northward: Vec { Trigonometry.direction(north) }

  /// The width of a line, in points. Where maps are small, roads stay wide enough for their names, so that
  /// names take no room from the houses beside them.
  static func width(_ kind: LineKind, _ unit: Double) -> Double {
    switch kind {
    case .main: 17 * unit
    case .street: max(13.6 * unit, 9)
    case .lane: max(9.5 * unit, LineNames.leastBand)
    case .path: 3.2 * unit
    case .river: 17 * unit
    case .railway: 3.6 * unit
    }
  }

  /// What of the sheet has something on it, with room for the houses that stand along its roads.
  private static func content(_ map: TableMap) -> Box {
    var points: [SheetPoint] = []
    var linePoints: [SheetPoint] = []
    for line in map.lines { linePoints += line.points }
    for area in map.areas { linePoints += area.points }
    for placement in map.houses.map(\.placement) + map.landmarks.map(\.placement) {
      if case .point(let point) = placement { points.append(point) }
    }
    let sheet = Box(0, 0, map.sheet.width, map.sheet.height)
    guard let first = points.first ?? linePoints.first else { return sheet }
    var lines = Box(first.x, first.y, first.x, first.y)
    for p in linePoints { lines = lines.union(Box(p.x, p.y, p.x, p.y)) }
    var whole = lines
    for p in points { whole = whole.union(Box(p.x, p.y, p.x, p.y)) }
    let extent = max(whole.width, whole.height, max(sheet.width, sheet.height) * 0.1)
    // A few houses alone on a sheet stand in its middle, not at its edges.
    let isAlone = linePoints.isEmpty
    let share =
      switch points.count {
      case 1: 1.0
      case 2 where isAlone: 0.3
      case 3 where isAlone: 0.2
      case 4...6 where isAlone: 0.13
      default: 0.07
      }
    let margin = extent * (isAlone ? share : 0.07)
    for p in points {
      whole = whole.union(Box(p.x - margin, p.y - margin, p.x + margin, p.y + margin))
    }
    // A row needs depth beside its road.
    let depths = RowDepths(map, extent: max(whole.width, whole.height))
    for side in Compass.allCases {
      let d = depths.away(side)
      // The only line of a map is not its edge: some room is left on its other side too.
      let back = map.lines.count == 1 && depths.roads(side.opposite).isEmpty ? d * -0.5 : Vec(0, 0)
      for p in depths.roads(side).flatMap(\.points) {
        whole = whole.union(Box(p.x + d.x, p.y + d.y, p.x + d.x, p.y + d.y))
        whole = whole.union(Box(p.x + back.x, p.y + back.y, p.x + back.x, p.y + back.y))
      }
    }
    // Nothing but a straight line, or points in one line: it stands in the middle.
    if whole.width < extent * 0.2 {
      whole = Box(whole.center.x - extent * 0.3, whole.y0, whole.center.x + extent * 0.3, whole.y1)
    }
    if whole.height < extent * 0.2 {
      whole = Box(whole.x0, whole.center.y - extent * 0.2, whole.x1, whole.center.y + extent * 0.2)
    }
    return whole
  }

  /// Areas drawn to the edge of the sheet go on to the edge of the panel.
  private static func overEdge(_ p: SheetPoint, _ at: Vec, _ sheet: Sheet, _ panel: Box) -> Vec {
    var result = at
    if p.x <= sheet.width * 0.01 { result.x = min(result.x, panel.x0 - 2) }
    if p.x >= sheet.width * 0.99 { result.x = max(result.x, panel.x1 + 2) }
    if p.y <= sheet.height * 0.01 { result.y = min(result.y, panel.y0 - 2) }
    if p.y >= sheet.height * 0.99 { result.y = max(result.y, panel.y1 + 2) }
    return result
  }

  /// Lines that end at the edge of the sheet, or of what is shown of it, run on beyond the panel, to the edge of `reach`
  /// and no further: not every program that opens a PDF to work on it (LibreOffice Draw) cuts strokes where they should be.
  private static func extend(
    _ points: inout [Vec], _ onSheet: [SheetPoint], _ sheet: Sheet, _ crop: Box, _ reach: Box
  ) {
    guard let first = onSheet.first, let last = onSheet.last else { return }
    func isAtEdge(_ p: SheetPoint) -> Bool {
      let nearX = crop.width * 0.02
      let nearY = crop.height * 0.02
      return p.x <= crop.x0 + nearX || p.x >= crop.x1 - nearX || p.y <= crop.y0 + nearY
        || p.y >= crop.y1 - nearY || p.x <= sheet.width * 0.01 || p.x >= sheet.width * 0.99
        || p.y <= sheet.height * 0.01 || p.y >= sheet.height * 0.99
    }
    func end(_ point: Vec, after before: Vec) -> Vec {
      let far = point + (point - before).unit * (reach.width + reach.height)
      return Polyline([point, far]).clipped(to: reach).points.last ?? point
    }
    if isAtEdge(first) { points[0] = end(points[0], after: points[1]) }
    if isAtEdge(last) {
      let n = points.count
      points[n - 1] = end(points[n - 1], after: points[n - 2])
    }
  }
}
