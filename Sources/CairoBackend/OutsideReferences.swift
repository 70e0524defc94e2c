import Foundation

extension TemplateScan.Tag {
  /// What an element refers to, whatever prefix stands for XLink.
  var link: String? {
    attributes["href"]
      ?? attributes.keys.sorted().first { $0.hasSuffix(":href") }.flatMap { attributes[$0] }
  }

  /// The values that an animation gives to a link.
  fileprivate var animatedLinks: [String] {
    guard name.hasPrefix("animate") || name == "set",
      attributes["attributeName"].map({ $0.unescaped.split(separator: ":").last == "href" }) == true
    else { return [] }
    return ["to", "from", "by", "values"].compactMap { attributes[$0] }.flatMap {
      $0.split(separator: ";").map(String.init)
    }
  }
}

extension TemplateScan {
  /// What a drawing shows that is not in its own file, and where it says so, in bytes.
  var references: [(value: String, range: Range<Int>)] { references(depth: 0) }

  /// Drawings are packed into drawings by hand; more of them in each other are somebody's joke.
  private static let deepest = 8

  private func references(depth: Int) -> [(value: String, range: Range<Int>)] {
    var found = styleOrders + foreignTypes
    for tag in tags {
      for (key, value) in tag.attributes.sorted(by: { $0.key < $1.key }) {
        // Any prefix may stand for XLink, and a drawing may ask for the text of another file (XInclude, xml:base).
        let name = key.split(separator: ":").last ?? ""
        let isLink = name == "href" && tag.name != "a" || key == "xml:base"
        if isLink && !Self.isInside(value) || Self.hasOutsideURL(value) {
          found.append((value.unescaped, tag.range))
        } else if isLink, Self.reachesOut(value, depth: depth) {
          found.append((String(value.prefix(20)), tag.range))
        }
      }
      found += tag.animatedLinks.filter { !Self.isInside($0) }.map { ($0.unescaped, tag.range) }
    }
    for (sheet, range) in zip(sheets, sheetRanges) {
      if sheet.unescaped.lowercased().contains("@import") {
        found.append(("@import", range))
      } else if Self.hasOutsideURL(sheet) {
        found.append(("url(…)", range))
      }
    }
    return found
  }

  /// Whether a link stays in its file: a part of it, or something that is packed into it.
  private static func isInside(_ link: String) -> Bool {
    let target = link.unescaped.trimmingCharacters(in: .whitespacesAndNewlines)
    return target.hasPrefix("#") || target.lowercased().hasPrefix("data:") || target.isEmpty
  }

  /// Whether a drawing that is packed into this one shows something outside.
  private static func reachesOut(_ link: String, depth: Int) -> Bool {
    guard let inside = PictureWords.unpacked(link.unescaped) else { return false }
    guard depth < deepest else { return true }
    let scan = TemplateScan(inside)
    return scan.declaresEntities || !scan.references(depth: depth + 1).isEmpty
  }

  private static func hasOutsideURL(_ text: String) -> Bool {
    let text = text.unescaped.lowercased()
    // Its pictures need no url(…) around them.
    if text.contains("image-set(") { return true }
    var rest = text[...]
    while let found = rest.range(of: "url(") {
      rest = rest[found.upperBound...]
      let inside = rest.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
      if !inside.hasPrefix("#"), !inside.hasPrefix("data:") { return true }
    }
    return false
  }
}

extension String {
  /// What a program reads here: character references of XML (`&#117;`) and escapes of style sheets (`\75 `) in their places.
  fileprivate var unescaped: String {
    guard utf8.contains(0x26) || utf8.contains(0x5C) else { return self }
    func character(_ digits: Substring, radix: Int) -> String {
      UInt32(digits, radix: radix).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    let text = replacing(/&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/) { match in
      if let hex = match.output.1 { return character(hex, radix: 16) }
      if let decimal = match.output.2 { return character(decimal, radix: 10) }
      return match.output.3.flatMap { named[String($0)] } ?? ""
    }
    guard text.utf8.contains(0x5C) else { return text }
    return text.replacing(/\\(?:([0-9a-fA-F]{1,6})[ \t\r\n]?|(.))/) { match in
      match.output.1.map { character($0, radix: 16) } ?? match.output.2.map(String.init) ?? ""
    }
  }
}
