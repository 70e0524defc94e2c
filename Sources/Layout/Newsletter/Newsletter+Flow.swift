import Picture

/// How what flows through an issue fills its slots.
extension Newsletter {
  /// What stands in a slot: not more than leaves its reserve free, if what stands there can grow into it.
  func take(_ body: Rect, from flow: inout Flow) -> [Flow.Placed] {
    let (width, height) = (body.width.mm, body.height.mm)
    if reserve > 0, !reservesForCounts || flow.isAtCounts {
      var spread = flow
      let placed = spread.fill(width: width, height: height * (1 - reserve))
      let end = placed.last.map { $0.y + $0.height } ?? 0
      let elastic = placed.reduce(0) { $0 + $1.item.stretch }
      if !spread.isEmpty, sharesWhite || end + elastic >= height - Self.bearable {
        flow = spread
        return placed
      }
    }
    let before = flow
    let placed = flow.fill(width: width, height: height)
    // What is left is the rest of the counts, and whom to ask.
    guard beginsCountsAnew, placed.count > 1, let last = placed.last, last.item.isCounts,
      flow.next?.isCounts == true, flow.isAtCounts
    else { return placed }
    flow = before
    return flow.fill(width: width, height: last.y)
  }

  /// White at the foot of a page that nobody sees, in millimetres.
  private static let bearable = 5.0

  func fill(_ body: Rect, from flow: inout Flow, on pen: SheetPen) -> [Misfit] {
    let (width, height) = (body.width.mm, body.height.mm)
    var placed = take(body, from: &flow)
    placed = flow.isEmpty ? Flow.close(placed, height: height) : Flow.justify(placed, height: height)
    for one in placed {
      one.item.draw(on: pen, x: body.minX.mm, y: body.minY.mm + one.y, width: width, height: one.height)
    }
    guard let last = placed.last, last.y + last.height > height + 0.1 else { return [] }
    let longest = placed.max { $0.height < $1.height } ?? last
    return [Misfit(finding: tooLong(longest, height), words: longest.item.told)]
  }
}
