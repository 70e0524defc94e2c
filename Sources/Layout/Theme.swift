import Picture

/// Colours and sizes of everything Tenken prints, in one place.
///
/// Every distinction made by colour here is also made by shape or pattern somewhere else, because municipal
/// newsletters are as often printed in one colour. Text colours keep a contrast of 4.5 or more on the grounds
/// they are used on.
public enum Theme {
  /// Lines, houses, text.
  public static let ink = Color(0x2B2A28)
  /// The one accent; as text only on white.
  public static let accent = Color(0xC24D33)
  /// The paper.
  public static let white = Color(0xFFFFFF)
  /// The ground under a map.
  public static let ground = Color(0xFBF7F0)
  /// Roads.
  public static let band = Color(0xE2DBD0)
  /// Labels and notes.
  public static let muted = Color(0x6A6259)
  /// Names on a road.
  public static let onBand = Color(0x554E46)
  /// Behind findings.
  public static let findings = Color(0xDCE8ED)
  /// Behind actions.
  public static let actions = Color(0xF6E7E0)
  /// Hairlines.
  public static let hairline = Color(0xCFC7BB)
  /// The fill of somebody of 65 or more.
  public static let older = Color(0xCDC5B8)
  /// The same in a symbol too small for an age: darker, for it is all that the symbol says.
  static let olderBare = Color(0x968D80)
  /// Water, and the lines on it.
  public static let water = Color(0xD3E3EA)
  /// Waves.
  public static let wave = Color(0x7D9EAE)
  /// Names on water.
  public static let onWater = Color(0x35525F)
  /// A field, and the strokes on it.
  public static let field = Color(0xF2EDD6)
  /// Strokes of a field.
  public static let fieldStroke = Color(0xB9AD79)
  /// A wood.
  public static let wood = Color(0xE3EADB)
  /// Trees.
  public static let woodStroke = Color(0x8FA27F)
  /// A park.
  public static let park = Color(0xEAF0DF)
  /// Dots of a park.
  public static let parkStroke = Color(0xA3B58D)

  /// The smallest type inside a map.
  static let smallestSymbol = 6.0
  /// The smallest type of running text.
  static let smallestText = 8.0
}

/// A sheet of paper and how it lies.
public enum Paper: String, Sendable, Hashable, CaseIterable {
  /// A4 on its long side.
  case a4Landscape = "a4-landscape"
  /// A4 upright.
  case a4Portrait = "a4"
  /// A3 on its long side.
  case a3Landscape = "a3-landscape"
  /// A3 upright.
  case a3Portrait = "a3"

  /// The sheet.
  public var size: Size {
    switch self {
    case .a4Landscape: Size.a4.turned
    case .a4Portrait: Size.a4
    case .a3Landscape: Size.a3.turned
    case .a3Portrait: Size.a3
    }
  }

  /// Whether it is wider than high.
  public var isLandscape: Bool { self == .a4Landscape || self == .a3Landscape }

  /// How much larger than on A4 the words around a map are.
  var enlargement: Double { self == .a3Landscape || self == .a3Portrait ? 1.25 : 1 }
}
