import Diagnostics
import Workshop

extension PrivacyGate.Hit {
  /// The hit as it is told, with the line of the file where the table wrote it.
  func finding(on map: TableMap, _ checked: CheckedSession) -> Finding {
    guard let remark else {
      return Finding(
        .error, code: "private-in-public", at: nil,
        Phrase(
          ja: "公開用の絵（\(page)）に\(what.ja)が入ってしまうため、書き出しませんでした。文字: 「\(text)」",
          en:
            "Nothing was written, because \(what.en) would have been in a public picture (\(page)), in ‘\(text)’."
        ),
        hint: Phrase(
          ja: "Tenken の誤りかもしれません。席にいた人だけで使うなら --audience table で描けます。",
          en: "This may be a mistake of Tenken’s. For those who sat at the table, --audience table draws it.")
      )
    }
    return Finding(
      .error, code: "private-in-remark", at: place(of: remark, checked),
      Phrase(
        ja: "地図 \(map.id) の気づいたこと・取り組むといいことに、\(what.ja)が書かれています。公開用の絵には入れられません。",
        en: "A finding or an action of map \(map.id) says \(what.en). It must not go into a public picture."),
      hint: Phrase(
        ja: "その行を書きかえるか、席にいた人だけで使うなら --audience table を付けてください。",
        en: "Word the line differently, or add --audience table if only those who sat there will see it."))
  }

  /// Where the line stands in the file: where its beginning is found.
  private func place(of remark: String, _ checked: CheckedSession) -> Place? {
    guard let source = checked.source else { return nil }
    let wanted = String(remark.prefix(12))
    for number in 1...max(1, source.lineCount) {
      guard let line = source.line(number), let range = line.range(of: wanted) else { continue }
      let length = line.hasSuffix(remark) || line.contains(remark) ? remark.count : wanted.count
      return Place(
        file: source.file, line: number,
        column: line.distance(from: line.startIndex, to: range.lowerBound) + 1,
        length: length)
    }
    return nil
  }
}
