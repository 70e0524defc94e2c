/// Stands houses of which nobody said where they are in even lines, like words in a paragraph: the same columns
/// in every line, all walls of a line on one foot.
struct GridPlacement {
  let bounds: Box
  /// Free room between neighbours.
  let gap: Double
  /// Free room to roads.
  let clearance: Double

  /// A line of houses: where its walls stand, and which houses at which cells.
  private struct Grid {
    var centers: [Vec]
    var lines: Int
    /// The height left under the last line.
    var rest: Double
  }

  /// The centres of `things`, in their order, or nil where they do not fit.
  func solve(_ things: [Placeable], _ index: CollisionIndex) -> [Vec]? {
    // A block may be as wide as several houses and then takes several cells.
    let widths = things.map(\.width).sorted()
    let usual = widths[min(widths.count - 1, widths.count * 9 / 10)] + gap
    let most = max(1, Int((bounds.width / usual).rounded(.down)))
    var best: (grid: Grid, columns: Int, score: Double)?
    for columns in stride(from: most, through: 1, by: -1) {
      guard let grid = fill(things, columns, extra: 0, index) else { break }
      // The best has as much room between its lines as between its columns.
      let aside = bounds.width / Double(columns) - usual
      let between = grid.rest / Double(grid.lines)
      let score = min(aside, between)
      // With no more lines, fewer columns leave the last of them fuller.
      if score > best?.score ?? -1 || grid.lines == best?.grid.lines {
        best = (grid, columns, max(score, best?.score ?? -1))
      }
    }
    guard let best else { return nil }
    for share in [1.0, 0.8, 0.5, 0.25] {
      let extra = best.grid.rest / Double(best.grid.lines) * share
      if let airy = fill(things, best.columns, extra: extra, index) { return airy.centers }
    }
    return best.grid.centers
  }

  /// Fills the grid from its upper left corner, with `extra` room for every line.
  private func fill(_ things: [Placeable], _ columns: Int, extra: Double, _ index: CollisionIndex) -> Grid? {
    let cell = bounds.width / Double(columns)
    func span(_ thing: Placeable) -> Int { min(columns, Int(((thing.width + gap) / cell).rounded(.up))) }
    var centers: [Vec] = []
    var y = bounds.y0
    var lines = 0
    while centers.count < things.count {
      // As high as the highest that could stand in it.
      var cells = 0
      var above = 0.0
      var below = 0.0
      for thing in things[centers.count...] {
        cells += span(thing)
        if cells > columns { break }
        above = max(above, thing.height - thing.below)
        below = max(below, thing.below)
      }
      let foot = y + extra / 2 + above
      guard foot + below <= bounds.y1 else { return nil }
      var column = 0
      let before = centers.count
      while column < columns, centers.count < things.count {
        let thing = things[centers.count]
        let own = span(thing)
        guard column + own <= columns else { break }
        let center = Vec(
          bounds.x0 + (Double(column) + Double(own) / 2) * cell, foot + thing.below - thing.height / 2)
        let box = Box(center: center, width: thing.width, height: thing.height)
        if bounds.contains(box), index.isFree(box, clearance: clearance) {
          centers.append(center)
          column += own
        } else {
          column += 1
        }
      }
      // A line that is blocked by a road is tried again a little lower.
      y = centers.count > before ? foot + below + gap + extra / 2 : y + 3
      if centers.count > before { lines += 1 }
    }
    return Grid(centers: centers, lines: lines, rest: bounds.y1 - (y - gap))
  }
}
