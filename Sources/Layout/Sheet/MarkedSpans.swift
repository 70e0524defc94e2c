import Picture
import Workshop

extension RichText {
  /// Lines with readings stand a little farther apart than any others: a reading of 6 points over type of 9 reaches 1.55 of
  /// its size above the baseline, and what stands above reaches 0.12 below its own.
  static let leadingWithReadings = 1.74

  /// The runs in `style`, bold where they are emphasised, with room over the lines where anything has a reading.
  ///
  /// - Parameter isOpen: whether there is that room anyhow.
  func spans(_ style: TextStyle, isOpen: Bool = false) -> [TextSpan] {
    var style = style
    if isOpen || hasReadings { style.leading = max(style.leading, Self.leadingWithReadings) }
    return runs.map { run in
      var look = style
      if run.isEmphasised { look.weight = .bold }
      return TextSpan(run.text, look, reading: run.reading)
    }
  }
}
