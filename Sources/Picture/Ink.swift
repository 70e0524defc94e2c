/// How many inks a picture is printed in.
public enum Ink: String, Sendable, Hashable, CaseIterable {
  /// Every colour there is.
  case full
  /// Ink and the accent colour, each in tints.
  case two
  /// Greys alone, for the duplicator.
  case one

  /// The colour that stands for `color`: as light or dark as it, so that contrasts stay.
  public func callAsFunction(_ color: Color) -> Color {
    switch self {
    case .full: return color
    case .one: return Self.grey(Self.lightness(color))
    case .two:
      // Warm reds are tints of the accent; everything else is a tint of the ink.
      let (r, g, b) = (Double(color.red), Double(color.green), Double(color.blue))
      let isWarm = r - g > 11 && r - b > 12
      let light = Self.lightness(color)
      guard isWarm else { return Self.grey(light) }
      let accent = Color(0xB8452C)
      let base = Self.lightness(accent)
      // Lighter, it is printed in a tint; darker, with a tint of the ink over it.
      func mixed(_ value: UInt8) -> UInt8 {
        let value = Double(value)
        let part =
          light <= base ? value * light / base : value + (255 - value) * (light - base) / (255 - base)
        return UInt8(part.rounded())
      }
      return Color(red: mixed(accent.red), green: mixed(accent.green), blue: mixed(accent.blue))
    }
  }

  /// Rec. 601: what a copier makes of a colour.
  private static func lightness(_ color: Color) -> Double {
    0.299 * Double(color.red) + 0.587 * Double(color.green) + 0.114 * Double(color.blue)
  }

  private static func grey(_ value: Double) -> Color {
    let level = UInt8(value.rounded())
    return Color(red: level, green: level, blue: level)
  }
}

extension Color {
  /// A colour from its parts, 0…255 each.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.init(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
  }
}

extension Page {
  /// The page in the colours that `ink` has. Icons are the renderer's, which is told apart.
  public func printed(in ink: Ink) -> Page {
    guard ink != .full else { return self }
    var page = self
    page.items = items.map { $0.printed(in: ink) }
    return page
  }
}

extension Item {
  fileprivate func printed(in ink: Ink) -> Item {
    switch self {
    case .shape(var shape):
      switch shape.fill {
      case .solid(let color): shape.fill = .solid(ink(color))
      case .hatch(var hatch):
        hatch.color = ink(hatch.color)
        hatch.ground = hatch.ground.map { ink($0) }
        shape.fill = .hatch(hatch)
      case nil: break
      }
      if var stroke = shape.stroke {
        stroke.color = ink(stroke.color)
        shape.stroke = stroke
      }
      return .shape(shape)
    case .text(var text):
      for index in text.block.spans.indices {
        text.block.spans[index].style.color = ink(text.block.spans[index].style.color)
      }
      return .text(text)
    case .icon: return self
    case .group(var group):
      group.items = group.items.map { $0.printed(in: ink) }
      return .group(group)
    }
  }
}
