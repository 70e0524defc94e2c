import Diagnostics
import Picture
import Projection
import Workshop

/// How ages are written on one map: one form for all of it, explained in the legend.
enum AgeForm: Hashable {
  /// `70代`, `70s`.
  case long
  /// `70`; at the table, where ages are exact, a band's number is underlined.
  case short
}

/// ○ and △ with an age inside: the people of a house.
///
/// A man is a circle, a woman a triangle, somebody whose sex nobody knew a diamond. Grey marks the older, a
/// dashed outline those who are here or not depending on their exact age.
struct PersonSymbol {
  let type: Typesetter
  let language: Language
  let audience: Audience
  let form: AgeForm
  /// The height of a symbol's cell in points.
  let size: Double

  /// The width of a symbol's cell, as a share of its height.
  static let cellWidth = 1.38
  /// The height of a row of symbols, as a share of a symbol's.
  static let rowHeight = 1.19
  private static let triangleWidth = 1.3
  private static let triangleHeight = 1.1
  private static let circle = 0.98
  private static let diamond = 1.1
  /// From a triangle's base to the foot of its number, as a share of the cell.
  private static let foot = 0.1
  /// The same where the number is underlined.
  private static let underlinedFoot = 0.19

  /// The words for an age.
  static func label(_ age: AgeThen, _ form: AgeForm, _ language: Language, _ audience: Audience) -> String {
    switch age {
    case .exact(let years): return "\(years)"
    case .unknown: return "?"
    case .band(let band, _):
      let low = band.lowerBound
      let isDecade = low % 10 == 0 && band.upperBound == low + 9
      if audience == .public {
        if form == .short { return "\(low)" }
        if low >= 90 { return language == .ja ? "\(low)〜" : "\(low)+" }
        if low == 0 { return language == .ja ? "0〜9" : "0–9" }
        return language == .ja ? "\(low)代" : "\(low)s"
      }
      if isUnderlined(age, form, language, audience) { return "\(low)" }
      if isDecade { return language == .ja ? "\(low)代" : "\(low)s" }
      return "\(low / 10 * 10)\(low % 10 == 0 ? "前" : "後")"
    }
  }

  /// The largest type, in points, at which `label` fits into the symbol for `sex` of height `size`.
  static func fit(
    _ label: String, _ sex: Sex, _ size: Double, _ type: Typesetter, underlined: Bool = false
  ) -> Double {
    let foot = underlined ? underlinedFoot : foot
    let line = type.line(label, 1, .figures)
    let a = line.ink.width
    let b = line.ink.height
    let most: Double
    switch sex {
    case .male: most = 0.9 * circle * size / (a * a + b * b).squareRoot()
    case .female:
      let w = triangleWidth
      most = size * (w * (1 - foot / triangleHeight) - 0.08) / (a + w * b / triangleHeight)
    case .unknown: most = 0.92 * diamond * size / (a + b)
    }
    return min(most, 0.57 * size)
  }

  /// A person, drawn in the cell around `center`.
  func draw(_ face: PersonFace, at center: Vec, subject: String) -> Item {
    let label = Self.label(face.age, form, language, audience)
    // Two figures in a triangle are the tightest common case: all plain ages stand at that one size.
    let common = Self.fit("88", .female, size, type)
    let isUnderlined = Self.isUnderlined(face.age, form, language, audience)
    let text = max(
      min(common, Self.fit(label, face.sex, size, type, underlined: isUnderlined)), Theme.smallestSymbol)
    let bottom = center.y + size / 2
    let path: Path
    var middle = center
    switch face.sex {
    case .male:
      let r = Self.circle * size / 2
      middle = Vec(center.x, bottom - r)
      path = .circle(center: middle.point, radius: .pt(r))
    case .female:
      let w = Self.triangleWidth * size / 2
      let top = bottom - Self.triangleHeight * size
      path = .polyline(
        [Vec(center.x, top).point, Vec(center.x + w, bottom).point, Vec(center.x - w, bottom).point],
        closed: true)
      let height = type.line(label, text, .figures).ink.height
      middle.y = bottom - (isUnderlined ? Self.underlinedFoot : Self.foot) * size - height / 2
    case .unknown:
      let r = Self.diamond * size / 2
      middle = Vec(center.x, bottom - r)
      path = .polyline(
        [
          Vec(middle.x, middle.y - r).point, Vec(middle.x + r, middle.y).point,
          Vec(middle.x, middle.y + r).point, Vec(middle.x - r, middle.y).point,
        ], closed: true)
    }
    let isAway = face.away != nil
    let line = max(0.5, size * 0.038)
    let dash: [Length] =
      face.depends ? [.pt(size * 0.16), .pt(size * 0.1)] : isAway ? [.pt(line), .pt(line * 2.4)] : []
    let stroke = Stroke(
      isAway ? Theme.muted : Theme.ink, width: .pt(face.depends ? line * 1.25 : line), dash: dash,
      isRound: isAway)
    let number = type.placeCentred(label, text, .figures, color: isAway ? Theme.muted : Theme.ink, at: middle)
    var items: [Item] = [
      .shape(Shape(path, fill: .solid(face.isOlder ? Theme.older : Theme.white), stroke: stroke)),
      .text(number),
    ]
    if isUnderlined {
      let ink = type.line(label, text, .figures).ink
      let y = middle.y + ink.height / 2 + size * 0.065
      items.append(
        .shape(
          Shape(
            .polyline([Vec(middle.x - ink.width / 2, y).point, Vec(middle.x + ink.width / 2, y).point]),
            stroke: Stroke(Theme.ink, width: .pt(max(0.4, size * 0.03))))))
    }
    return .group(Group(items, mark: Mark(.person, subject)))
  }

  /// Whether the number stands for a band among exact ages, and no word says so.
  static func isUnderlined(
    _ age: AgeThen, _ form: AgeForm, _ language: Language, _ audience: Audience
  ) -> Bool {
    guard audience == .table, case .band(let band, _) = age else { return false }
    let low = band.lowerBound
    if form == .short || low < 10 { return true }
    if low % 10 == 0 && band.count == 10 { return false }
    // 70前, 70後: the room's own short forms of 70代前半, 70代後半.
    return !(language == .ja && low % 5 == 0 && band.count == 5)
  }
}
