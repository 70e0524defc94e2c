import Diagnostics
import Picture

/// The signs that people write on the sheet, as a pen draws them.
enum KitSign: CaseIterable {
  case man, woman, vacant, unknown

  func label(in language: Language) -> String {
    switch self {
    case .man: KitWords.man(in: language)
    case .woman: KitWords.woman(in: language)
    case .vacant: KitWords.vacant(in: language)
    case .unknown: KitWords.unknown(in: language)
    }
  }

  /// Draws the sign around a centre; `size` is its height in millimetres.
  func draw(on pen: SheetPen, x: Double, y: Double, size: Double, age: String? = nil) {
    let r = size / 2
    let number = SheetType().style(max(8, size * 1.25), .bold)
    switch self {
    case .man:
      let circle = Path.circle(center: Point(.mm(x), .mm(y)), radius: .mm(r))
      pen.fill(circle, Theme.white)
      pen.stroke(circle, Theme.ink, 0.35)
      if let age { pen.centred(age, number, x: x, y: y) }
    case .woman:
      let triangle = Path.polyline(
        [
          Point(.mm(x), .mm(y - r * 1.2)), Point(.mm(x + r * 1.3), .mm(y + r * 0.95)),
          Point(.mm(x - r * 1.3), .mm(y + r * 0.95)),
        ], closed: true)
      pen.fill(triangle, Theme.white)
      pen.stroke(triangle, Theme.ink, 0.35)
      let small = SheetType().style(max(8, size * 1.1), .bold)
      if let age { pen.centred(age, small, x: x, y: y + r * 0.36) }
    case .vacant:
      pen.fill(.rect(.mm(x - r * 0.85, y - r * 0.85, size * 0.85, size * 0.85)), Theme.ink)
    case .unknown:
      pen.stroke(.rect(.mm(x - r * 0.9, y - r * 0.9, size * 0.9, size * 0.9)), Theme.ink, 0.35)
      pen.centred("?", number, x: x, y: y)
    }
  }

  /// A house front with a shallow roof around people.
  static func house(
    on pen: SheetPen, x: Double, y: Double, width: Double, height: Double, filled: Bool = false
  ) {
    let roof = height * 0.28
    let path = Path.polyline(
      [
        Point(.mm(x), .mm(y + roof)), Point(.mm(x + width / 2), .mm(y)), Point(.mm(x + width), .mm(y + roof)),
        Point(.mm(x + width - 1.2), .mm(y + roof)), Point(.mm(x + width - 1.2), .mm(y + height)),
        Point(.mm(x + 1.2), .mm(y + height)), Point(.mm(x + 1.2), .mm(y + roof)),
      ], closed: true)
    pen.fill(path, filled ? Theme.ink : Theme.white)
    pen.stroke(path, Theme.ink, 0.4)
  }
}
