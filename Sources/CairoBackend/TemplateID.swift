import Foundation

/// The id of an element of a template, and the name that it stands for.
///
/// Older versions of Illustrator write every sign of an object's name but letters and figures by its number,
/// `slot_x2D_title` for `slot-title`, and number those names that stand in a document twice: `slot_x2D_title_2_`.
struct TemplateID {
  /// As the file has it.
  let written: String
  /// What was called so in the program.
  let name: String

  init(_ written: String) {
    self.written = written
    name = written.contains("_x") ? Self.unescaped(written) : written
  }

  private static func unescaped(_ written: String) -> String {
    let numbered = written.replacing(/_[0-9]+_$/) { _ in "" }
    return numbered.replacing(/_x([0-9A-Fa-f]{2,6})_/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) }
        ?? String(match.output.0)
    }
  }

  var isSlot: Bool { name.hasPrefix("slot-") }
  var isStyle: Bool { name.hasPrefix("style-") }

  /// Whether it would be a slot's or a style's but for capitals, or `_` for `-`.
  var isLookalike: Bool {
    if isSlot || isStyle { return false }
    let plain = name.lowercased().replacing("_", with: "-")
    return plain.hasPrefix("slot-") || plain.hasPrefix("style-")
  }

  /// For a style sheet: just this element.
  var selector: String { "[id=\"\(written.replacing("\\", with: "").replacing("\"", with: ""))\"]" }
}
