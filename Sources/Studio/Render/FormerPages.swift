import CairoBackend
import Diagnostics
import Foundation

/// Takes away what an earlier run drew of the same pictures under names that are no longer used.
///
/// A picture of one page is `B-series.svg`, one of several is `B-series-1.svg`, `B-series-2.svg`. When their number has
/// changed, the old pages would lie among the new ones and be handed round with them. What Tenken wrote and nobody
/// touched is removed, as it would be overwritten; anything else stays, and is told.
struct FormerPages {
  /// A file that was just written.
  struct Written {
    /// Its name.
    var name: String
    /// The name it would have as the only page of its picture.
    var unnumbered: String
  }

  /// More pages than any picture has.
  private static let most = 99

  /// Clears `folder` of former pages of the pictures that `written` belongs to. What is called as one of `others`,
  /// without its ending, is another picture and stays.
  static func clear(_ folder: String, of written: [Written], sparing others: Set<String> = []) -> [Finding] {
    guard let there = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
    let kept = Set(written.map { $0.name.lowercased() })
    let former = Set(written.map(\.unnumbered)).reduce(into: Set<String>()) { names, unnumbered in
      names.insert(unnumbered)
      for page in 1...most { names.insert(numbered(unnumbered, page)) }
    }
    return there.sorted().filter { name in
      former.contains(name) && !kept.contains(name.lowercased())
        && !others.contains(String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]))
    }.compactMap { clear(folder + "/" + $0) }
  }

  /// `B-series.svg` as the page of this number: `B-series-2.svg`.
  static func numbered(_ name: String, _ page: Int) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot])-\(page)\(name[dot...])"
  }

  private static func clear(_ path: String) -> Finding? {
    guard let bytes = try? InputReader.bytes(of: path, limit: InputReader.largestOutput) else { return nil }
    if Seal.state(of: bytes) == .ours, unlink(path) == 0 {
      return Finding(
        .note, code: "former-page", at: nil,
        Phrase(
          ja: "前に描いた「\(path)」は、ページの数が変わって使わなくなったので消しました。",
          en: "‘\(path)’, drawn earlier, was removed: the number of pages is now another."))
    }
    return Finding(
      .warning, code: "former-page", at: nil,
      Phrase(
        ja: "「\(path)」は前に描いたときのページのようです。手が加えられているので、そのままにしました。",
        en: "‘\(path)’ seems to be a page drawn earlier. Somebody has worked on it, so it was left alone."),
      hint: Phrase(ja: "いらなければ消してください。", en: "Delete it if it is not needed."))
  }
}
