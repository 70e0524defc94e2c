/// Finds how high a legend has to be: it names what the map came to show and what it left out, and what the map
/// can show depends on the room that the legend leaves it.
enum LegendRoom {
  /// The height that a legend came to need.
  struct Need {
    /// With what the map left out.
    var all: Double
    /// For the signs on the map alone.
    var signs: Double
  }

  /// Lays out with `least` room for the legend, then with what it turned out to need. The room only grows, so this
  /// ends, the legend always fits, and no map is smaller for a legend that tells what it has left out.
  ///
  /// To lay out twice takes twice the time. So what is `likely` to be needed is tried first: where the signs alone come to
  /// need it, a larger map, which shows no less, would have needed it too.
  ///
  /// `lay` is given what was laid out before with more room, if anything was.
  static func settle<Result>(
    _ least: Double, likely: Double, lay: (Double, Result?) -> Result, need: (Result) -> Need
  ) -> Result {
    if likely > least {
      let result = lay(likely, nil)
      let need = need(result)
      if need.signs >= likely && need.all <= likely { return result }
    }
    var room = least
    var result = lay(room, nil)
    while need(result).all > room {
      room = need(result).all
      result = lay(room, result)
    }
    return result
  }
}

extension LegendRoom.Need {
  /// - Parameter width: of the legend, in points.
  init(_ legend: Legend, width: Double) {
    self.init(all: legend.height(width), signs: legend.ofSigns.height(width))
  }
}
