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
  /// Not at all: ○ and △ alone.
  case unwritten
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
  /// The same where every point counts.
  static let tightWidth = 1.365
  /// The height of a row of symbols, as a share of a symbol's.
  static let rowHeight = 1.19
  /// Free room between symbols without ages, their outlines included, in points.
  private static let bareGap = 1.3
  private static let triangleWidth = 1.3
  private static let triangleHeight = 1.1
  private static let bareTriangleWidth = 1.16
  private static let bareTriangleHeight = 1.02
  private static let circle = 0.98
  private static let diamond = 1.1
  /// From a triangle's base to the foot of its number, as a share of the cell.
  private static let foot = 0.1
  /// The same where the number is underlined.
  private static let underlinedFoot = 0.15

  /// The same symbols without ages, at another size.
  func bare(_ size: Double) -> PersonSymbol {
    PersonSymbol(type: type, language: language, audience: audience, form: .unwritten, size: size)
  }

  /// The same symbols at another size.
  func sized(_ size: Double) -> PersonSymbol {
    PersonSymbol(type: type, language: language, audience: audience, form: form, size: size)
  }

  /// The room that a symbol without an age takes: from one to the next, and from row to row.
  static func bareCell(_ size: Double) -> (width: Double, height: Double) {
    (size * bareTriangleWidth + bareGap, size * bareTriangleHeight + bareGap)
  }

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
        if band.upperBound >= 120 { return language == .ja ? "\(low)〜" : "\(low)+" }
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
      most = size * (w * (1 - foot / triangleHeight) - 0.065) / (a + w * b / triangleHeight)
    case .unknown: most = 0.92 * diamond * size / (a + b)
    }
    return min(most, 0.57 * size)
  }

  /// A person, drawn in the cell around `center`.
  func draw(_ face: PersonFace, at center: Vec, subject: String) -> Item {
    let isAway = face.away != nil
    let line = max(0.5, size * 0.038)
    let dash: [Length] =
      face.depends
      ? [.pt(max(1, size * 0.16)), .pt(max(0.8, size * 0.1))]
      : isAway ? [.pt(line), .pt(line * 2.4)] : []
    let stroke = Stroke(
      isAway ? Theme.muted : Theme.ink, width: .pt(face.depends ? line * 1.25 : line), dash: dash,
      isRound: isAway)
    let grey = form == .unwritten ? Theme.olderBare : Theme.older
    var items: [Item] = [
      .shape(
        Shape(outline(face.sex, center), fill: .solid(face.isOlder ? grey : Theme.white), stroke: stroke))
    ]
    if form != .unwritten && !face.hasNoAge { items += age(face, center, isAway ? Theme.muted : Theme.ink) }
    return .group(Group(items, mark: Mark(.person, subject)))
  }

  /// ○, △ or ◇.
  private func outline(_ sex: Sex, _ center: Vec) -> Path {
    let bottom = center.y + size / 2
    let isBare = form == .unwritten
    switch sex {
    case .male:
      let r = Self.circle * size / 2
      return .circle(center: Vec(center.x, bottom - r).point, radius: .pt(r))
    case .female:
      let w = (isBare ? Self.bareTriangleWidth : Self.triangleWidth) * size / 2
      let top = bottom - (isBare ? Self.bareTriangleHeight : Self.triangleHeight) * size
      return .polyline(
        [Vec(center.x, top).point, Vec(center.x + w, bottom).point, Vec(center.x - w, bottom).point],
        closed: true)
    case .unknown:
      let r = (isBare ? 1 : Self.diamond) * size / 2
      let middle = Vec(center.x, bottom - r)
      return .polyline(
        [
          Vec(middle.x, middle.y - r).point, Vec(middle.x + r, middle.y).point,
          Vec(middle.x, middle.y + r).point, Vec(middle.x - r, middle.y).point,
        ], closed: true)
    }
  }

  /// The age inside a symbol.
  private func age(_ face: PersonFace, _ center: Vec, _ color: Color) -> [Item] {
    let label = Self.label(face.age, form, language, audience)
    // Two figures in a triangle are the tightest common case: all plain ages stand at that one size.
    let common = Self.fit("88", .female, size, type)
    let isUnderlined = Self.isUnderlined(face.age, form, language, audience)
    let text = max(
      min(common, Self.fit(label, face.sex, size, type, underlined: isUnderlined)), Theme.smallestSymbol)
    let bottom = center.y + size / 2
    var middle = center
    switch face.sex {
    case .male: middle.y = bottom - Self.circle * size / 2
    case .female:
      let height = type.line(label, text, .figures).ink.height
      middle.y = bottom - (isUnderlined ? Self.underlinedFoot : Self.foot) * size - height / 2
    case .unknown: middle.y = bottom - Self.diamond * size / 2
    }
    var items: [Item] = [.text(type.placeCentred(label, text, .figures, color: color, at: middle))]
    if isUnderlined {
      let ink = type.line(label, text, .figures).ink
      let y = middle.y + ink.height / 2 + size * 0.065
      items.append(
        .shape(
          Shape(
            .polyline([Vec(middle.x - ink.width / 2, y).point, Vec(middle.x + ink.width / 2, y).point]),
            stroke: Stroke(Theme.ink, width: .pt(max(0.4, size * 0.03))))))
    }
    return items
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
