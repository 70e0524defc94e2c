import Diagnostics
import Picture

/// What the pages are called in the outline.
extension Newsletter {
  /// A page's name in the outline: its number, and what stands on it.
  func pageTitle(_ number: Int, _ names: [String]) -> String {
    let page = Phrase(ja: "\(number)ページ", en: "Page \(number)")(in: language)
    guard !names.isEmpty else { return page }
    let shown = names.prefix(Self.mostNames).joined(separator: language == .ja ? "、" : ", ")
    let more = names.count > Self.mostNames ? (language == .ja ? " ほか" : ", …") : ""
    return page + (language == .ja ? "　" : ": ") + shown + more
  }

  /// So many headings of a page stand in the outline beside its number.
  private static let mostNames = 3

  /// The headings on each page; where none is, what goes on from the page before.
  func pageNames(_ pages: [[Item]]) -> [[String]] {
    var last: String?
    return pages.map { items in
      let names = items.flatMap(Self.headings)
      if let name = names.last { last = name }
      return names.isEmpty
        ? last.map { [$0 + PersonaWords.continued(in: language)] } ?? [] : names
    }
  }

  private static func headings(_ item: Item) -> [String] {
    guard case .group(let group) = item else { return [] }
    guard group.role == .heading2, group.mark?.kind == .title else { return group.items.flatMap(headings) }
    let words = group.items.compactMap { item -> String? in
      guard case .text(let text) = item else { return nil }
      return text.block.string.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return words.isEmpty ? [] : [words.joined(separator: " ")]
  }
}
