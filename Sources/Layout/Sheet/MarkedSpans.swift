import Picture
import Workshop

extension RichText {
  /// Lines with readings stand a little farther apart than others, the more the smaller their type: above the baseline come
  /// the characters (0.94 of their size) and the reading (0.95 of its own), below the line before 0.12.
  private static func leading(_ style: TextStyle) -> Double {
    1.09 + 0.95 * style.readingSize.points / style.size.points
  }

  /// The runs in `style`, bold where they are emphasised, with room over the lines where anything has a reading.
  ///
  /// - Parameter isOpen: whether there is that room anyhow.
  func spans(_ style: TextStyle, isOpen: Bool = false) -> [TextSpan] {
    var style = style
    if isOpen || hasReadings { style.leading = max(style.leading, Self.leading(style)) }
    return runs.map { run in
      var look = style
      if run.isEmphasised { look.weight = .bold }
      return TextSpan(run.text, look, reading: run.reading)
    }
  }
}
