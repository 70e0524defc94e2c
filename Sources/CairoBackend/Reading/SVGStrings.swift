/// The stretches of an SVG file that hold words: what stands between tags, in remarks, and behind attributes.
struct SVGStrings {
  /// A stretch, in bytes, without its quotes.
  struct Stretch {
    var range: Range<Int>
    /// The tag of text inside of which it stands, by its number; nil outside of text, and for attributes and remarks.
    var text: Int?
    /// The attribute, with its sign: `href=`; nil for what is none.
    var attribute: String?
  }

  private(set) var stretches: [Stretch] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    var text: Int?
    var count = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        collect(index..<end, text: text)
        index = end
        continue
      }
      if bytes[index...].starts(with: "<!--".utf8) || bytes[index...].starts(with: "<![CDATA[".utf8) {
        let isRemark = bytes[index + 2] == UInt8(ascii: "-")
        let close = bytes.firstRange(of: isRemark ? "-->" : "]]>", in: index..<bytes.count)
        let start = index + (isRemark ? 4 : 9)
        collect(start..<max(start, close?.lowerBound ?? bytes.count), text: isRemark ? nil : text)
        index = close?.upperBound ?? bytes.count
        continue
      }
      // A tag: names and values up to its end; values may hold `>`.
      index += 1
      let tag = Tag(bytes[index...])
      if tag.name.elementsEqual("text".utf8) {
        // Texts do not stand in texts; one without an end has no words.
        count += tag.isEnd ? 0 : 1
        text = tag.isEnd ? nil : count
      }
      var word = index
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
          let quote = bytes[index]
          let end = bytes[(index + 1)...].firstIndex(of: quote) ?? bytes.count
          collect(index + 1..<max(index + 1, end), attribute: bytes.text(word..<index))
          index = min(end + 1, bytes.count)
          word = index
        } else {
          if bytes[index] <= 0x20 { word = index + 1 }
          index += 1
        }
      }
      if index > 0, index < bytes.count, bytes[index - 1] == UInt8(ascii: "/"),
        tag.name.elementsEqual("text".utf8)
      {
        text = nil
      }
      index = min(index + 1, bytes.count)
    }
  }

  /// What stands behind a `<`.
  private struct Tag {
    /// Without the prefix of its namespace: `text` of `<svg:text>`.
    let name: ArraySlice<UInt8>
    let isEnd: Bool

    init(_ bytes: ArraySlice<UInt8>) {
      isEnd = bytes.first == UInt8(ascii: "/")
      let whole = (isEnd ? bytes.dropFirst() : bytes).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
      }
      name = whole.firstIndex(of: UInt8(ascii: ":")).map { whole[($0 + 1)...] } ?? whole
    }
  }

  private mutating func collect(_ range: Range<Int>, text: Int? = nil, attribute: String? = nil) {
    if let attribute, Self.drawing.contains(attribute) { return }
    guard bytes[range].contains(where: { $0 > 0x20 }) else { return }
    stretches.append(Stretch(range: range, text: text, attribute: attribute))
  }

  /// Attributes that hold numbers alone.
  private static let drawing: Set<String> = [
    "d=", "x=", "y=", "transform=", "points=", "fill=", "stroke=", "width=", "height=",
  ]

  /// What a stretch says.
  func string(_ stretch: Stretch) -> String { Self.unescaped(bytes.text(stretch.range)) }

  /// Whether it is a picture that is packed into the file, and not words.
  func isData(_ stretch: Stretch) -> Bool {
    stretch.attribute != nil && bytes[stretch.range].starts(with: "data:".utf8)
  }

  /// Whether it only says of which kind the tags are. The years in these addresses are nobody's.
  func isNamespace(_ stretch: Stretch) -> Bool {
    stretch.attribute?.hasPrefix("xmlns") == true && Self.namespaces.contains(string(stretch))
  }

  private static let namespaces: Set<String> = [
    "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace",
  ]

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    let decoded = text.replacing(/&#(x?)([0-9a-fA-F]{1,6});/) { match in
      UInt32(match.output.2, radix: match.output.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
        .map { String($0) } ?? ""
    }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(decoded) { $0.replacing($1.0, with: $1.1) }
  }
}
