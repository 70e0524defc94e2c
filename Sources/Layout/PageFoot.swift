import Diagnostics
import Picture
import Projection
import Workshop

/// The foot of a page: the legend, and the rules in small type, standing on the lower edge of the frame.
struct PageFoot {
  let model: MapModel
  let rules: Rules
  let language: Language
  let type: Typesetter
  /// 1 on A4.
  let scale: Double

  /// The size of the legend's words.
  var size: Double { 8 * scale }
  private var note: Double { 8 * scale }

  /// The height of the foot with a legend of the given height.
  func height(legend: Double, width: Double) -> Double {
    legend + 4 * scale + Double(lines(width).count) * note * 1.4
  }

  /// Draws the foot with its lower edge at the frame's.
  func draw(_ legend: Legend, in frame: Box) -> [Item] {
    let lines = lines(frame.width)
    var items: [Item] = []
    var words: [Item] = []
    var y = frame.y1 - note * 0.25 - Double(lines.count - 1) * note * 1.4
    let top = y - note - 4 * scale - legend.height(frame.width)
    for line in lines {
      words.append(.text(type.place(line, note, color: Theme.muted, at: Vec(frame.x0, y))))
      y += note * 1.4
    }
    items.append(legend.draw(at: Vec(frame.x0, top), width: frame.width))
    items.append(.group(Group(words, mark: Mark(.rule), role: .paragraph)))
    return items
  }

  /// The rules as lines no wider than `width`, broken between sentences where they can be.
  private func lines(_ width: Double) -> [String] {
    let hasRented = model.map.houses.contains { $0.dwellings.contains(where: \.isRented) }
    var sentences = RuleLine.sentences(rules, hasRented: hasRented, language)
    let unknown = model.states.map(\.figures.unknownHouseholds.point)
    if let most = unknown.max(), most > 0 {
      let isSame = unknown.allSatisfy { $0 == most }
      sentences.append(
        isSame
          ? MapWords.unknownHouseholds(most)(in: language) : MapWords.unknownNotCounted(in: language))
    }
    var lines: [String] = []
    var line = ""
    let space = language == .ja ? "" : " "
    for sentence in sentences {
      let longer = line.isEmpty ? sentence : line + space + sentence
      if !line.isEmpty && type.width(longer, note) > width {
        lines.append(line)
        line = sentence
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.isEmpty ? [" "] : lines
  }
}
