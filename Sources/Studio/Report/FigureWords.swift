import Diagnostics
import Projection

/// Figures as people read them: `6（5〜8）`, `38.5%`, `—`.
enum FigureWords {
  static func cell(_ value: FigureKind.Value?, unit: FigureKind.Unit, in language: Language) -> TextTable.Cell
  {
    switch value {
    case nil:
      return TextTable.Cell(number: "—")
    case .count(let count):
      return TextTable.Cell(
        number: String(count.point),
        range: count.isCertain ? "" : range(String(count.low), String(count.high), in: language))
    case .ratio(let ratio):
      guard let point = ratio.point else { return TextTable.Cell(number: "—") }
      let low = decimal(ratio.low ?? point, unit)
      let high = decimal(ratio.high ?? point, unit)
      return TextTable.Cell(
        number: decimal(point, unit), range: low == high ? "" : range(low, high, in: language))
    }
  }

  private static func range(_ low: String, _ high: String, in language: Language) -> String {
    language == .ja ? "（\(low)〜\(high)）" : " (\(low)–\(high))"
  }

  /// A number with one digit after the point, half away from zero; per cent for shares.
  static func decimal(_ value: Double, _ unit: FigureKind.Unit) -> String {
    unit == .share ? oneDigit(value * 100) + "%" : oneDigit(value)
  }

  static func oneDigit(_ value: Double) -> String { fixed(value, digits: 1) }
  static func twoDigits(_ value: Double) -> String { fixed(value, digits: 2) }

  private static func fixed(_ value: Double, digits: Int) -> String {
    let scale = digits == 1 ? 10 : 100
    // The nudge takes 38.45 and the like, which binary fractions cannot hold, for what they are.
    let whole = Int((abs(value) * Double(scale) + 1e-9).rounded(.toNearestOrAwayFromZero))
    let rest = String(whole % scale)
    return (value < 0 && whole != 0 ? "-" : "") + "\(whole / scale)."
      + String(repeating: "0", count: digits - rest.count) + rest
  }
}

extension FigureWords {
  /// How much more or less the point of `value` is than that of `base`: `+3`, `±0`, `-1`.
  static func difference(_ value: FigureKind.Value?, _ base: FigureKind.Value?) -> String {
    guard case .count(let now) = value, case .count(let then) = base else { return "—" }
    let difference = now.point - then.point
    return difference == 0 ? "±0" : difference > 0 ? "+\(difference)" : "\(difference)"
  }
}
