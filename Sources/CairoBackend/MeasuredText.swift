import Picture

/// A block of text as it is remembered once it is laid out: told from others by its very characters, and by its colours
/// only where it has several.
///
/// A layout asks for the same texts thousands of times. Strings that mean the same and are spelt otherwise (か with a ゛ of
/// its own) are laid out twice here, which is cheaper than to bring all of them into one form.
struct MeasuredText: Hashable {
  private let block: TextBlock
  private let isInOneColor: Bool

  init(_ block: TextBlock) {
    self.block = block
    isInOneColor = block.color != nil
  }

  /// The block as it is laid out. The colour of a whole block changes nothing about its lines: what was measured in one
  /// is drawn in another.
  var plain: TextBlock {
    guard isInOneColor else { return block }
    var plain = block
    for index in plain.spans.indices { plain.spans[index].style.color = Color(0) }
    return plain
  }

  static func == (a: MeasuredText, b: MeasuredText) -> Bool {
    guard a.isInOneColor == b.isInOneColor, a.block.spans.count == b.block.spans.count,
      a.block.width == b.block.width, a.block.alignment == b.block.alignment,
      a.block.hangingIndent == b.block.hangingIndent
    else { return false }
    return a.block.spans.indices.allSatisfy { index in
      let (one, other) = (a.block.spans[index], b.block.spans[index])
      return one.style.isLaidOut(as: other.style, inOneColor: a.isInOneColor)
        && one.string.isSpelt(as: other.string) && one.reading == other.reading
    }
  }

  func hash(into hasher: inout Hasher) {
    for span in block.spans {
      var string = span.string
      string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(span.style.size)
    }
    hasher.combine(block.width)
  }
}

extension TextStyle {
  fileprivate func isLaidOut(as other: TextStyle, inOneColor: Bool) -> Bool {
    size == other.size && weight == other.weight && leading == other.leading && tracking == other.tracking
      && (inOneColor || color == other.color)
  }
}

extension String {
  /// Whether the two have the same bytes.
  fileprivate func isSpelt(as other: String) -> Bool {
    var (one, other) = (self, other)
    return one.withUTF8 { one in other.withUTF8 { one.elementsEqual($0) } }
  }
}
