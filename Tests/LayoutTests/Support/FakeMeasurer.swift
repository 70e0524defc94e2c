import Picture

/// Measures text by a simple rule, without fonts: quick, and the same everywhere. Full-width characters are
/// one em wide, others 0.55; ascent 0.88, descent 0.12; ink from 0.74 above the baseline to 0.05 under it.
final class FakeMeasurer: TextMeasurer {
  func extent(of text: TextBlock) -> TextExtent {
    let size = text.spans.map(\.style.size.points).max() ?? 10
    let leading = text.spans.first?.style.leading ?? 1.25
    func width(_ line: Substring) -> Double {
      line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? size : size * 0.55) }
    }
    let room = text.width?.points ?? .infinity
    var lines = 0
    var widest = 0.0
    for line in text.string.split(separator: "\n", omittingEmptySubsequences: false) {
      let own = width(line)
      lines += max(1, Int((own / room).rounded(.up)))
      widest = max(widest, min(own, room))
    }
    let pitch = size * leading
    if let given = text.width {
      let height = Double(lines) * pitch
      return TextExtent(
        logical: Rect(x: .zero, y: .zero, width: given, height: .pt(height)),
        ink: Rect(x: .zero, y: .pt(size * 0.14), width: .pt(widest), height: .pt(height - size * 0.2)),
        ascent: .pt(size * 0.88), lines: lines)
    }
    let start: Double =
      switch text.alignment {
      case .leading: 0
      case .center: -widest / 2
      case .trailing: -widest
      }
    return TextExtent(
      logical: Rect(x: .pt(start), y: .pt(-size * 0.88), width: .pt(widest), height: .pt(size)),
      ink: Rect(x: .pt(start), y: .pt(-size * 0.74), width: .pt(widest), height: .pt(size * 0.79)),
      ascent: .pt(size * 0.88), lines: lines)
  }
}
