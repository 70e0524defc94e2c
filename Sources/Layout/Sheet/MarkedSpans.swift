import Picture
import Workshop

extension RichText {
  /// Lines with readings stand farther apart than any others.
  static let leadingWithReadings = 1.85

  /// The runs in `style`, bold where they are emphasised, with room over the lines where anything has a reading.
  func spans(_ style: TextStyle) -> [TextSpan] {
    var style = style
    if hasReadings { style.leading = max(style.leading, Self.leadingWithReadings) }
    return runs.map { run in
      var look = style
      if run.isEmphasised { look.weight = .bold }
      return TextSpan(run.text, look, reading: run.reading)
    }
  }
}
