/// Finds how high a legend has to be: it names what the map came to show, and what the map can show depends on
/// the room that the legend leaves it.
enum LegendRoom {
  /// Lays out with `most` room for the legend, then with what it turned out to need. From then on the room only
  /// grows, so this ends, and the legend always fits.
  static func settle<Result>(
    _ most: Double, lay: (Double) -> Result, need: (Result) -> Double
  ) -> Result {
    var result = lay(most)
    var room = need(result)
    if room == most { return result }
    result = lay(room)
    while need(result) > room {
      room = need(result)
      result = lay(room)
    }
    return result
  }
}
