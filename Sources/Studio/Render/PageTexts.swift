import Picture

/// A text on a page, with what it belongs to.
struct PageText: Sendable, Hashable {
  /// The characters, span by span without a break.
  var string: String
  /// What the text, or the innermost marked group around it, stands for.
  var kind: Mark.Kind?
}

extension Page {
  /// Every text of the page: what is drawn, what is told instead of a picture, the title and the summary.
  var texts: [PageText] {
    var texts = [PageText(string: title, kind: nil), PageText(string: summary, kind: nil)]
    for item in items { item.collect(into: &texts, under: nil) }
    return texts
  }
}

extension Item {
  fileprivate func collect(into texts: inout [PageText], under kind: Mark.Kind?) {
    switch self {
    case .shape, .icon:
      break
    case .text(let text):
      texts.append(PageText(string: text.block.string, kind: kind))
      if text.block.spans.contains(where: { $0.reading != nil }) {
        let spoken = text.block.spans.map { $0.reading ?? $0.string }.joined()
        texts.append(PageText(string: spoken, kind: kind))
      }
    case .group(let group):
      let kind = group.mark?.kind ?? kind
      if let alternative = group.alternative { texts.append(PageText(string: alternative, kind: kind)) }
      for item in group.items { item.collect(into: &texts, under: kind) }
    }
  }
}
