import Foundation

/// The start tags of an SVG file with their attributes: all that a template's check needs to know of it. librsvg
/// judges everything else.
struct TemplateScan {
  /// A start tag.
  struct Tag {
    var name: String
    var attributes: [String: String]
    /// Where it begins, in lines from 1.
    var line: Int

    /// An attribute, or the property of that name in `style`.
    subscript(property: String) -> String? {
      if let style = attributes["style"] {
        for part in style.split(separator: ";") {
          let pair = part.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
          if pair.count == 2, pair[0] == property { return pair[1] }
        }
      }
      return attributes[property]
    }
  }

  private(set) var tags: [Tag] = []
  /// Whether there is a document type with declarations of its own: the door for entities.
  private(set) var declaresEntities = false
  /// The text of `style` elements.
  private(set) var sheets: [String] = []
  /// Where the root's start tag ends, in bytes.
  private(set) var rootEnd: Int?

  init(_ bytes: [UInt8]) {
    var index = 0
    var line = 1
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
        if bytes[index] == 0x0A { line += 1 }
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
      } else if starts("<!", at: index) {
        next = end(of: ">", from: index)
        declaresEntities = declaresEntities || bytes[index..<next].contains(0x5B)
      } else if starts("</", at: index) {
        next = end(of: ">", from: index)
      } else {
        let (tag, after) = Self.tag(bytes, index, line)
        next = after
        if let tag {
          if tags.isEmpty { rootEnd = after }
          tags.append(tag)
          if tag.name == "style", bytes[max(index, after - 2)] != 0x2F {
            let close = end(of: "</style", from: after)
            sheets.append(String(decoding: bytes[after..<max(after, min(close, bytes.count))], as: UTF8.self))
            // What it says is no markup.
            next = max(after, close - "</style".utf8.count)
          }
        }
      }
      line += bytes[index..<min(next, bytes.count)].count { $0 == 0x0A }
      index = max(next, index + 1)
    }
  }

  /// The start tag at `start`, and where it ends.
  private static func tag(_ bytes: [UInt8], _ start: Int, _ line: Int) -> (Tag?, Int) {
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
      index += 1
    }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    return (Tag(name: local, attributes: attributes, line: line), min(index + 1, bytes.count))
  }
}
