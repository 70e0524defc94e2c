import Foundation

/// The start tags of an SVG file with their attributes: all that a template's check needs to know of it. librsvg
/// judges everything else.
struct TemplateScan {
  /// A start tag.
  struct Tag {
    var name: String
    var attributes: [String: String]
    /// Its beginning in the file, `<svg`, in bytes.
    var range: Range<Int>
    /// Where its id is written, without the quotes.
    var idRange: Range<Int>?
    /// Where its width is written, without the quotes.
    var widthRange: Range<Int>?
    /// How many start tags there are up to where it ends: those after it and below this number stand inside it.
    var end = 0

    /// An attribute, or the property of that name in `style`.
    subscript(property: String) -> String? {
      attributes["style"].flatMap { TemplateScan.properties($0)[property] } ?? attributes[property]
    }
  }

  /// The properties of `font-size:9px;fill:#123456`.
  private static func properties(_ text: String) -> [String: String] {
    var properties: [String: String] = [:]
    for part in text.split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      if pair.count == 2 { properties[pair[0]] = pair[1] }
    }
    return properties
  }

  /// The properties of each class in the `style` elements, as Illustrator writes them: `.st0{fill:#123456;}`.
  private var classes: [String: [String: String]] {
    var classes: [String: [String: String]] = [:]
    for rule in sheets.joined(separator: "\n").split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let properties = Self.properties(String(parts[1]))
      for name in parts[0].split(separator: ",") {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard name.hasPrefix("."), !name.dropFirst().contains(where: { " .>:#[".contains($0) }) else {
          continue
        }
        classes[String(name.dropFirst()), default: [:]].merge(properties) { $1 }
      }
    }
    return classes
  }

  /// How the words of the element at `index` look: what the innermost of the pieces of text inside it says, then those
  /// around it, then the element itself. Inkscape writes colour, size and weight on a `tspan`.
  func look(of index: Int) -> (String) -> String? {
    let classes = classes
    let inside = (index + 1..<max(index + 1, tags[index].end)).prefix { tags[$0].name == "tspan" }
    let nested = inside.prefix { $0 == index + 1 || $0 < tags[$0 - 1].end }
    let chain = nested.reversed().map { tags[$0] } + [tags[index]]
    return { property in
      for tag in chain {
        if let style = tag.attributes["style"], let value = Self.properties(style)[property] { return value }
        let names = (tag.attributes["class"] ?? "").split(separator: " ")
        for name in names.reversed() {
          if let value = classes[String(name)]?[property] { return value }
        }
        if let value = tag.attributes[property] { return value }
      }
      return nil
    }
  }

  private(set) var tags: [Tag] = []
  /// Whether there is a document type with declarations of its own: the door for entities.
  private(set) var declaresEntities = false
  /// The text of `style` elements.
  private(set) var sheets: [String] = []
  /// Where these stand in the file, in bytes.
  private(set) var sheetRanges: [Range<Int>] = []
  /// Orders to programs that name a style sheet of their own, `<?xml-stylesheet …?>`, and where they stand.
  private(set) var styleOrders: [(value: String, range: Range<Int>)] = []
  /// Document types of other files than those of SVG itself, which programs write and nobody fetches.
  private(set) var foreignTypes: [(value: String, range: Range<Int>)] = []
  /// Where the root's start tag ends, in bytes.
  private(set) var rootEnd: Int?

  init(_ bytes: [UInt8]) {
    var index = 0
    var open: [Int] = []
    func starts(_ text: String, at index: Int) -> Bool { bytes[index...].starts(with: text.utf8) }
    func end(of text: String, from start: Int) -> Int {
      let wanted = Array(text.utf8)
      var at = start
      while at + wanted.count <= bytes.count {
        if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) {
          return at + wanted.count
        }
        at += 1
      }
      return bytes.count
    }
    while index < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      var next: Int
      if starts("<!--", at: index) {
        next = end(of: "-->", from: index)
      } else if starts("<![CDATA[", at: index) {
        next = end(of: "]]>", from: index)
      } else if starts("<?", at: index) {
        next = end(of: "?>", from: index)
        if starts("<?xml-stylesheet", at: index) {
          styleOrders.append((String(decoding: bytes[index..<next], as: UTF8.self), index..<next))
        }
      } else if starts("<!", at: index) {
        next = end(of: ">", from: index)
        declaresEntities = declaresEntities || bytes[index..<next].contains(0x5B)
        let type = String(decoding: bytes[index..<next], as: UTF8.self)
        if !declaresEntities, Self.isForeign(type) { foreignTypes.append((type, index..<next)) }
      } else if starts("</", at: index) {
        next = end(of: ">", from: index)
        if let last = open.popLast() { tags[last].end = tags.count }
      } else {
        let (tag, after) = Self.tag(bytes, index)
        next = after
        if let tag {
          if tags.isEmpty { rootEnd = after }
          tags.append(tag)
          let isWhole = after >= 2 && bytes[after - 2] == 0x2F
          if isWhole { tags[tags.count - 1].end = tags.count } else { open.append(tags.count - 1) }
          if tag.name == "style", bytes[max(index, after - 2)] != 0x2F {
            let close = end(of: "</style", from: after)
            let range = after..<max(after, min(close, bytes.count))
            sheetRanges.append(range)
            sheets.append(String(decoding: bytes[range], as: UTF8.self))
            // What it says is no markup.
            next = max(after, close - "</style".utf8.count)
          }
        }
      }
      index = max(next, index + 1)
    }
  }

  private static func isForeign(_ type: String) -> Bool {
    let upper = type.uppercased()
    guard upper.hasPrefix("<!DOCTYPE"), upper.contains("SYSTEM") || upper.contains("PUBLIC") else {
      return false
    }
    return type.firstMatch(
      of: /PUBLIC\s+["']-\/\/W3C\/\/DTD SVG [^"']*["']\s+["']http:\/\/www\.w3\.org\/[^"']*["']\s*>/)
      == nil
  }

  /// By how much the groups around the element at `index`, and its own transform, enlarge what is in it.
  func scale(of index: Int) -> Double {
    tags[...index].enumerated().reduce(1) { scale, entry in
      let (place, tag) = entry
      guard place == index || tag.end > index, let transform = tag.attributes["transform"] else {
        return scale
      }
      return transform.matches(of: /(matrix|scale)\s*\(([^)]*)\)/).reduce(scale) { scale, match in
        let numbers = match.output.2.split { " ,\n\t".contains($0) }.compactMap { Double($0) }
        switch (match.output.1, numbers.count) {
        case ("scale", 1): return scale * abs(numbers[0])
        case ("scale", 2): return scale * abs(numbers[0] * numbers[1]).squareRoot()
        case ("matrix", 6):
          return scale * abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]).squareRoot()
        default: return scale
        }
      }
    }
  }

  /// The start tag at `start`, and where it ends.
  private static func tag(_ bytes: [UInt8], _ start: Int) -> (Tag?, Int) {
    var index = start + 1
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    func word() -> String {
      let begin = index
      while index < bytes.count, !isBlank(bytes[index]), ![0x3E, 0x2F, 0x3D].contains(bytes[index]) {
        index += 1
      }
      return String(decoding: bytes[begin..<index], as: UTF8.self)
    }
    let name = word()
    guard !name.isEmpty else { return (nil, start + 1) }
    let range = start..<index
    var ranges: [String: Range<Int>] = [:]
    var attributes: [String: String] = [:]
    while index < bytes.count, bytes[index] != 0x3E {
      if isBlank(bytes[index]) || bytes[index] == 0x2F || bytes[index] == 0x3D {
        index += 1
        continue
      }
      let key = word()
      while index < bytes.count, isBlank(bytes[index]) || bytes[index] == 0x3D { index += 1 }
      guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27, !key.isEmpty else {
        index += 1
        continue
      }
      let quote = bytes[index]
      let begin = index + 1
      index = begin
      while index < bytes.count, bytes[index] != quote { index += 1 }
      attributes[key] = String(decoding: bytes[begin..<min(index, bytes.count)], as: UTF8.self)
      if key == "id" || key == "width" { ranges[key] = begin..<min(index, bytes.count) }
      index += 1
    }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    return (
      Tag(
        name: local, attributes: attributes, range: range, idRange: ranges["id"], widthRange: ranges["width"]),
      min(index + 1, bytes.count)
    )
  }
}
