import Picture

/// The few styles of type that persona sheets, the kit and the newsletter share.
struct SheetType {
  /// Running text; everything else stands in proportion to it.
  var body: Double

  /// Type around running text of `body` points; 8 is the smallest that is ever printed.
  init(body: Double = 9.5) { self.body = max(body, Theme.smallestText) }

  var text: TextStyle { style(body, leading: 1.45) }
  var strong: TextStyle { style(body, .bold, leading: 1.45) }
  var label: TextStyle { style(max(Theme.smallestText, body * 0.88), color: Theme.muted) }
  var note: TextStyle { style(Theme.smallestText, color: Theme.muted, leading: 1.4) }

  func style(
    _ points: Double, _ weight: Weight = .regular, color: Color = Theme.ink, leading: Double = 1.25
  ) -> TextStyle {
    TextStyle(size: .pt(points), weight: weight, color: color, leading: leading)
  }
}

extension Theme {
  /// The accent as text on one of the pale grounds, dark enough to keep a contrast of 4.5.
  static let accentInk = Color(0xA23C25)
}
