import Workshop

/// Something that needs a place on the map: a house, or a landmark with its name.
struct Placeable {
  var placement: Placement
  var width: Double
  var height: Double
  /// The rooms it can do with where there is no more, the largest first: a landmark without its name, then with a
  /// smaller symbol.
  var lesser: [(width: Double, height: Double)] = []
  /// Whether it finds no place even where nothing else stands, so that nothing has to make way for it.
  var isHopeless = false
  /// Whether only its name is placed, for the symbol has its place: a bridge on its crossing.
  var isName = false
  /// How much of its height is above its roof: room for the mark of a newly vacant house.
  var above = 0.0
  /// How much of its height is below its walls: its name.
  var below = 0.0
  /// Where on the sheet it stands if the table said nothing.
  var loose: SheetPoint?

  /// The same with less room, `step` of its lesser rooms.
  func reduced(_ step: Int) -> Placeable {
    guard step > 0, step <= lesser.count else { return self }
    return Placeable(placement: placement, width: lesser[step - 1].width, height: lesser[step - 1].height)
  }

  /// What it takes at a place; nil where it is left out.
  func box(at place: Place) -> Box? {
    guard !place.isLeftOut else { return nil }
    let own = reduced(place.step)
    return Box(center: place.center, width: own.width, height: own.height)
  }
}

/// Where something came to stand.
struct Place {
  var center: Vec
  /// How many of the rooms it could do with were too large; see ``Placeable/lesser``.
  var step = 0
  /// Whether there is no room for it at all on its side of all roads.
  var isLeftOut = false

  /// Whether it stands with less than all of it.
  var isReduced: Bool { step > 0 || isLeftOut }
}
