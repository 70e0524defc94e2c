import Workshop

/// Something that needs a place on the map: a house, or a landmark with its name.
struct Placeable {
  var placement: Placement
  var width: Double
  var height: Double
  /// The room it takes at the least: a landmark without its name.
  var least: (width: Double, height: Double)?
  /// How much of its height is above its roof: room for the mark of a newly vacant house.
  var above = 0.0
  /// How much of its height is below its walls: its name.
  var below = 0.0
  /// Where on the sheet it stands if the table said nothing.
  var loose: SheetPoint?
}

/// Where something came to stand.
struct Place {
  var center: Vec
  /// Whether it stands with the least room it can do with.
  var isReduced = false
}
