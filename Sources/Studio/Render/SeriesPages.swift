import Diagnostics
import Layout
import Workshop

/// Tells that the series of a map did not fit on one sheet, so that nobody prints the first page alone.
enum SeriesPages {
  /// The note where `picture`, a series of `map`, has more than one page.
  static func note(_ picture: DrawnPicture, of map: TableMap, form: SeriesForm) -> Finding? {
    let count = picture.pages.count
    guard count > 1 else { return nil }
    let name = map.id + (picture.name.scenario.map { "（\($0)）" } ?? "")
    let nameInEnglish = map.id + (picture.name.scenario.map { " (\($0))" } ?? "")
    return Finding(
      .note, code: "series-pages", at: nil,
      Phrase(
        ja: "地図「\(name)」の「4枚ならべ」は1枚に収まらないので、\(count)枚に分けて描きました。",
        en: "The series of map \(nameInEnglish) does not fit on one sheet: it was drawn on \(count)."),
      hint: form == .a4TwoByTwo
        ? Phrase(
          ja: "--layout 4x1 にするとA3に描きます。そのほうが多く入ります。",
          en: "--layout 4x1 draws it on A3, which holds more.") : nil
    )
  }
}
