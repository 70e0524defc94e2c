import Picture

/// The bytes of an SVG file as they grow. Numbers are written as short as they can be, by integers alone, so
/// that they do not depend on anyone's locale.
struct SVGText {
  private(set) var bytes: [UInt8] = []

  /// Stands for the prefix of all ids until it is known; it cannot occur in a text.
  static let prefix: UInt8 = 1

  /// Text that is markup already.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// One byte of markup.
  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// An id of this file, its prefix to be filled in.
  mutating func id(_ name: String) {
    bytes.append(Self.prefix)
    bytes += name.utf8
  }

  mutating func append(_ other: SVGText) { bytes += other.bytes }

  /// Text for readers: escaped, and without the characters that XML forbids.
  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\n", "\t": raw(" ")
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        if !isForbidden { bytes += String(scalar).utf8 }
      }
    }
  }

  /// A number with at most `decimals` digits after the point.
  mutating func number(_ value: Double, decimals: Int) {
    let scale = Self.powers[decimals]
    let scaled = (value * scale).rounded()
    // Nothing on paper is as large as this, and nothing that is not a number can be drawn.
    integer(scaled.isFinite && abs(scaled) < 1e15 ? Int(scaled) : 0, decimals: decimals)
  }

  /// `value` divided by ten to the power of `decimals`.
  mutating func integer(_ value: Int, decimals: Int = 0) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits = Array(String(value.magnitude).utf8)
    if decimals > 0 {
      while digits.count <= decimals { digits.insert(UInt8(ascii: "0"), at: 0) }
      digits.insert(UInt8(ascii: "."), at: digits.count - decimals)
      while digits.last == UInt8(ascii: "0") { digits.removeLast() }
      if digits.last == UInt8(ascii: ".") { digits.removeLast() }
      if digits.count > 1, digits[0] == UInt8(ascii: "0"), digits[1] == UInt8(ascii: ".") {
        digits.removeFirst()
      }
    }
    bytes += digits
  }

  mutating func color(_ color: Color) {
    raw("#")
    for part in [color.red, color.green, color.blue] {
      let digits = String(part, radix: 16)
      raw(digits.count == 1 ? "0" + digits : digits)
    }
  }

  /// The steps of a path, each from where the last one ended, on a grid of `unit` points cut into `decimals`.
  mutating func path(_ path: Path, unit: Double, decimals: Int) {
    let scale = Self.powers[decimals] / unit
    var at = (x: 0, y: 0)
    var start = (x: 0, y: 0)
    var command: UInt8 = 0
    func grid(_ point: Point) -> (x: Int, y: Int) {
      let x = (point.x.points * scale).rounded()
      let y = (point.y.points * scale).rounded()
      return (abs(x) < 1e15 ? Int(x) : 0, abs(y) < 1e15 ? Int(y) : 0)
    }
    func write(_ letter: Unicode.Scalar, _ points: [(x: Int, y: Int)], into text: inout SVGText) {
      let letter = UInt8(ascii: letter)
      var needsSpace = letter == command
      if !needsSpace { text.bytes.append(letter) }
      command = letter
      for point in points {
        for value in [point.x - at.x, point.y - at.y] {
          if needsSpace, value >= 0 { text.bytes.append(UInt8(ascii: " ")) }
          text.integer(value, decimals: decimals)
          needsSpace = true
        }
      }
    }
    for (index, step) in path.steps.enumerated() {
      switch step {
      case .move(let to):
        // A part of nothing but its beginning, as Cairo leaves one behind each closed outline.
        if index == path.steps.count - 1 { continue }
        if case .move = path.steps[index + 1] { continue }
        let to = grid(to)
        command = 0
        write("m", [to], into: &self)
        at = to
        start = to
      case .line(let to):
        let to = grid(to)
        if to == at { continue }
        write("l", [to], into: &self)
        at = to
      case .curve(let a, let b, let to):
        let to = grid(to)
        write("c", [grid(a), grid(b), to], into: &self)
        at = to
      case .close:
        bytes.append(UInt8(ascii: "z"))
        command = 0
        at = start
      }
    }
  }

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
