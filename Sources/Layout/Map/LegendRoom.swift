/// Finds how high a legend has to be: it names what the map came to show and what it left out, and what the map
/// can show depends on the room that the legend leaves it.
enum LegendRoom {
  /// Lays out with `least` room for the legend, then with what it turned out to need. The room only grows, so this
  /// ends, the legend always fits, and no map is smaller for a legend that tells what it has left out.
  ///
  /// `lay` is given what was laid out before with more room, if anything was.
  static func settle<Result>(
    _ least: Double, lay: (Double, Result?) -> Result, need: (Result) -> Double
  ) -> Result {
    var room = least
    var result = lay(room, nil)
    while need(result) > room {
      room = need(result)
      result = lay(room, result)
    }
    return result
  }
}
