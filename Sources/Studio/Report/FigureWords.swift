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
  /// By how much there is more or less, with its range: `+3（+2〜+4）`, `±0`, `−1.5`. Shares are in points of a hundred.
  static func difference(
    _ value: FigureKind.Value?, unit: FigureKind.Unit, in language: Language
  ) -> TextTable.Cell {
    switch value {
    case nil:
      return TextTable.Cell(number: "—")
    case .count(let count):
      return TextTable.Cell(
        number: signed(String(count.point)),
        range: count.isCertain ? "" : signedRange(String(count.low), String(count.high), in: language))
    case .ratio(let ratio):
      guard let point = ratio.point else { return TextTable.Cell(number: "—") }
      guard let low = ratio.low, let high = ratio.high else {
        return TextTable.Cell(
          number: signed(points(point, unit)), range: language == .ja ? "（？）" : " (?)")
      }
      let (least, most) = (points(low, unit), points(high, unit))
      return TextTable.Cell(
        number: signed(points(point, unit)),
        range: least == most ? "" : signedRange(least, most, in: language))
    }
  }

  private static func points(_ value: Double, _ unit: FigureKind.Unit) -> String {
    oneDigit(unit == .share ? value * 100 : value)
  }

  private static func signedRange(_ low: String, _ high: String, in language: Language) -> String {
    // After an English dash a minus sign could not be told from it.
    let (low, high) = (signed(low, zero: ""), signed(high, zero: ""))
    return language == .ja ? "（\(low)〜\(high)）" : " (\(low) to \(high))"
  }

  /// A number with its sign: `+3`, `±0`, `−1.5`; before a nought stands `zero`.
  static func signed(_ number: String, zero: String = "±") -> String {
    if number.hasPrefix("-") { return "−" + number.dropFirst() }
    return (number.allSatisfy { "0.%".contains($0) } ? zero : "+") + number
  }
}
