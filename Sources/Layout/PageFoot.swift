import Diagnostics
import Picture
import Projection
import Workshop

/// The foot of a page: the legend, and the rules in small type, standing on the lower edge of the frame.
struct PageFoot {
  let model: MapModel
  let language: Language
  let type: Typesetter
  /// 1 on A4.
  let scale: Double

  /// The size of the legend's words.
  var size: Double { 8 * scale }
  private var note: Double { 8 * scale }

  /// The height of the foot with a legend of the given height.
  func height(legend: Double, width: Double) -> Double {
    legend + 3 * scale + type.extent(block(width)).logical.height.points
  }

  /// Draws the foot with its lower edge at the frame's.
  func draw(_ legend: Legend, in frame: Box) -> [Item] {
    let block = block(frame.width)
    let extent = type.extent(block)
    let top = frame.y1 - extent.logical.height.points
    let words = PlacedText(block, at: Vec(frame.x0, top).point, extent: extent)
    return [
      legend.draw(
        at: Vec(frame.x0, top - 3 * scale - legend.height(frame.width)), width: frame.width),
      .group(Group([.text(words)], mark: Mark(.rule), role: .paragraph)),
    ]
  }

  /// The rules, and who is not counted.
  private func block(_ width: Double) -> TextBlock {
    var words = model.note(in: language)
    let unknown = model.states.map(\.figures.unknownHouseholds.point)
    if let most = unknown.max(), most > 0 {
      let isSame = unknown.allSatisfy { $0 == most }
      words += language == .ja ? "" : " "
      words +=
        isSame
        ? MapWords.unknownHouseholds(most)(in: language) : MapWords.unknownNotCounted(in: language)
    }
    let style = TextStyle(size: .pt(note), color: Theme.muted, leading: 1.3)
    return TextBlock(words, style, width: .pt(width))
  }
}
