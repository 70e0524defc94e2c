import CairoBackend
import Diagnostics
import Foundation
import Picture

/// A place that is named like a file, `page.pdf`, is that file, as with `tenken render`.
extension PaperDesk {
  /// The kind of file that the place is named for; nil where it is a folder.
  var fileFormat: OutputFormat? {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue {
      return nil
    }
    let name = folder.lowercased()
    return OutputFormat.allCases.first { name.hasSuffix(".\($0.rawValue)") }
  }

  /// Writes the only paper into the file that the place names; what would take several files is told.
  func write(_ papers: [PaperFile], as format: OutputFormat, with renderer: Renderer) throws(Trouble)
    -> PaperResult
  {
    guard let paper = papers.first, papers.count == 1, let page = paper.document.pages.first,
      format == .pdf || paper.document.pages.count == 1
    else {
      let names = papers.prefix(3).map(\.name).joined(separator: ", ")
      throw Trouble(
        code: "several-papers",
        Phrase(
          ja: "一つのファイル「\(folder)」には入りません。いくつかに分かれます（\(names) など）。",
          en: "There are several (\(names), …), too many for one file ‘\(folder)’."),
        hint: Phrase(
          ja: "--output にフォルダーの名前を書いてください。一つの紙なら .pdf に何ページでも入ります。",
          en: "Give --output the name of a folder. A .pdf holds all pages of one paper."))
    }
    let bytes: [UInt8]
    do throws(BackendError) {
      bytes =
        switch format {
        case .pdf: try paper.pdf(by: renderer)
        case .svg: try renderer.svg(page, language: paper.document.language, isTransparent: isTransparent)
        case .png: try renderer.png(page, dpi: resolution?(page) ?? dpi, isTransparent: isTransparent)
        }
    } catch {
      throw Trouble([error.finding])
    }
    try refuseMissing(renderer)
    try gate?.check(bytes, called: folder)
    let writer = OutputWriter(protecting: inputs, overwrites: overwrites)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.write(bytes, to: folder, seal: .inside)
    return PaperResult(
      findings: renderer.findings,
      summary: Phrase(ja: "\(folder) を書きました。", en: "Wrote \(folder)."))
  }
}
