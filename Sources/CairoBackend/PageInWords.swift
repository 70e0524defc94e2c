import Diagnostics
import Picture

/// What a page says to those who cannot see it, gathered from its display list.
struct PageInWords {
  private let title: String
  private let summary: String
  /// Headings and what figures say, in the order in which they are read.
  private var parts: [String] = []
  private var figures = 0
  private var hasOwnWords = false

  init(_ page: Page) {
    title = page.title
    summary = page.summary
    collect(page.items)
  }

  /// Whether the page is one figure and nothing else: the file as a whole is told by its words.
  var isOneFigure: Bool { figures <= 1 && !hasOwnWords }

  /// The page's summary; where it has none but its title, its headings and what its figures say.
  func description(_ language: Language) -> String {
    var sentences: [String] = []
    let all = summary == title ? parts : [summary] + (isOneFigure ? parts : [])
    for part in all where !part.isEmpty && part != title && !sentences.contains(where: { $0.contains(part) })
    {
      sentences.append(part)
    }
    guard !sentences.isEmpty else { return summary }
    let isJapanese = language == .ja
    return sentences.enumerated().map { index, sentence in
      let isLast = index == sentences.count - 1
      let ends = sentence.last.map { "。.！？!?".contains($0) } ?? true
      return sentence + (isLast || ends ? "" : isJapanese ? "。" : ".") + (isLast || isJapanese ? "" : " ")
    }.joined()
  }

  private mutating func collect(_ items: [Item]) {
    for item in items {
      switch item {
      case .shape, .icon: break
      case .text(let text): if !text.block.string.isEmpty { hasOwnWords = true }
      case .group(let group):
        switch group.role {
        case .artifact: break
        case .figure where group.alternative?.isEmpty == false:
          figures += 1
          parts.append(group.alternative ?? "")
        case .heading1, .heading2, .heading3:
          parts.append(Self.words(group.items))
          collect(group.items)
        default: collect(group.items)
        }
      }
    }
  }

  private static func words(_ items: [Item]) -> String {
    items.enumerated().map { index, item in
      switch item {
      case .text(let text): text.block.string.split { $0.isNewline }.joined(separator: " ")
      // A number and what it stands before.
      case .group(let group): words(group.items) + (index < items.count - 1 ? " " : "")
      case .shape, .icon: ""
      }
    }.joined()
  }
}
