import Picture
import Workshop

/// Findings and actions in the room they are given: side by side, or one over the other. The type is made
/// smaller within limits; what still has no room is handed back for a further page. Nothing is cut.
struct RemarksColumn {
  let items: [Item]
  /// What did not fit.
  let rest: Remarks

  static let gap = 10.0

  /// `usual` is the size of running text on the page; it may grow to `largest` where that leaves room.
  init(_ remarks: Remarks, in place: Box, usual: Double, largest: Double, isBeside: Bool) {
    let parts = remarks.parts()
    var size = largest
    // Generous while there is room to spare, readable always.
    while size > usual
      && Self.height(remarks, width: place.width, size: size, isBeside: isBeside) > place.height * 0.9
    {
      size = max(usual, size - 0.25)
    }
    while size > Theme.smallestText
      && Self.height(remarks, width: place.width, size: size, isBeside: isBeside) > place.height + 0.01
    {
      size = max(Theme.smallestText, size - 0.25)
    }
    let count = Double(parts.count)
    var boxes: [Box] = []
    if isBeside {
      let width = (place.width - Self.gap * (count - 1)) / count
      for number in parts.indices {
        let x = place.x0 + Double(number) * (width + Self.gap)
        boxes.append(Box(x, place.y0, x + width, place.y1))
      }
    } else {
      let heights = parts.map { remarks.height($0, width: place.width, size: size) }
      let room = place.height - Self.gap * (count - 1)
      let need = heights.reduce(0, +)
      var y = place.y0
      for height in heights {
        // What is left over is shared, so that the column ends where the map ends.
        let own = need <= room ? height + (room - need) / count : room * height / need
        boxes.append(Box(place.x0, y, place.x1, y + own))
        y += own + Self.gap
      }
    }
    var items: [Item] = []
    var left: [[RichText]] = []
    for (part, box) in zip(parts, boxes) {
      let fitting = remarks.fitting(part, width: box.width, size: size, room: box.height)
      var shown = part
      shown.items = Array(part.items.prefix(fitting))
      left.append(Array(part.items.dropFirst(fitting)))
      items.append(remarks.draw(shown, in: box, size: size))
    }
    self.items = items
    let hasFindings = !remarks.findings.isEmpty
    let hasActions = !remarks.actions.isEmpty
    rest = Remarks(
      findings: hasFindings ? left.first ?? [] : [], actions: hasActions ? left.last ?? [] : [],
      type: remarks.type, language: remarks.language)
  }

  /// The largest size of a range at which remarks need the fewest lines: type is not enlarged so far that single words
  /// go over to lines of their own.
  static func fewestLines(
    _ remarks: Remarks, width: Double, from smallest: Double, to largest: Double, isBeside: Bool
  ) -> Double {
    func lines(_ size: Double) -> Double {
      height(remarks, width: width, size: size, isBeside: isBeside) / size
    }
    var best = (size: largest, lines: lines(largest))
    var size = largest - 0.25
    while size >= smallest - 0.001 {
      let own = lines(size)
      if own < best.lines - 0.5 { best = (size, own) }
      size -= 0.25
    }
    return best.size
  }

  /// The height that remarks need at a size.
  static func height(_ remarks: Remarks, width: Double, size: Double, isBeside: Bool) -> Double {
    let parts = remarks.parts()
    guard !parts.isEmpty else { return 0 }
    let count = Double(parts.count)
    if isBeside {
      let own = (width - gap * (count - 1)) / count
      return parts.map { remarks.height($0, width: own, size: size) }.max() ?? 0
    }
    return parts.reduce(gap * (count - 1)) { $0 + remarks.height($1, width: width, size: size) }
  }
}
