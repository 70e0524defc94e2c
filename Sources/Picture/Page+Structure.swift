extension Page {
  /// The same page with every text that has no place in the document's structure as a paragraph of its own, so that those
  /// who listen hear all of it.
  public var structured: Page {
    var page = self
    page.items = items.map(\.structured)
    return page
  }
}

extension Item {
  fileprivate var structured: Item {
    switch self {
    case .text(let text): return text.block.string.isEmpty ? self : .group(Group([self], role: .paragraph))
    case .group(var group):
      guard group.role == nil else { return self }
      // One thing in several pieces, such as a number beside its unit, is heard in one.
      if group.clip == nil, group.items.allSatisfy(\.isText) {
        group.role = .paragraph
      } else {
        group.items = group.items.map(\.structured)
      }
      return .group(group)
    case .shape, .icon: return self
    }
  }

  private var isText: Bool { if case .text = self { true } else { false } }
}
