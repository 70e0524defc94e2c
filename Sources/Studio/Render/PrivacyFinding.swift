import Diagnostics
import Workshop

extension PrivacyGate.Hit {
  /// The hit as it is told, with the line of the file where somebody wrote it.
  ///
  /// - Parameter hasTable: whether what is made can be made for the table alone.
  func finding(_ checked: CheckedSession, hasTable: Bool) -> Finding {
    guard let remark else {
      return Finding(
        .error, code: "private-in-public", at: nil, leak,
        hint: hasTable
          ? Phrase(
            ja: "Tenken の誤りかもしれません。席にいた人だけで使うなら --audience table で描けます。",
            en:
              "This may be a mistake of Tenken’s. For those who sat at the table, --audience table draws it.")
          : Phrase(
            ja: "Tenken の誤りかもしれません。だれのことでもない言葉だと確かめたなら、--allow にその言葉を続けてください。",
            en:
              "This may be a mistake of Tenken’s. If you made sure that the word gives nobody away, name it with --allow."
          ))
    }
    return Finding(
      .error, code: "private-in-remark", at: place(of: remark, checked),
      inRemark(map: checked.session.maps.first { ($0.findings + $0.actions).contains(remark) }),
      hint: hasTable
        ? Phrase(
          ja: "その行を書きかえるか、席にいた人だけで使うなら --audience table を付けてください。",
          en: "Word the line differently, or add --audience table if only those who sat there will see it.")
        : Phrase(
          ja: "その行を書きかえてください。だれのことでもない言葉だと確かめたなら、--allow にその言葉を続けてください。",
          en:
            "Word the line differently. If you made sure that the word gives nobody away, name it with --allow."
        ))
  }

  /// - Parameter map: the map whose finding or action it is; nil for what is printed beside the maps.
  private func inRemark(map: TableMap?) -> Phrase {
    if let map {
      return Phrase(
        ja: "地図 \(map.id) の気づいたこと・取り組むといいことに、\(what.ja)が書かれています。公開用の絵には入れられません。",
        en: "A finding or an action of map \(map.id) says \(what.en). It must not go into a public picture.")
    }
    return Phrase(
      ja: "みんなに見せる文に、\(what.ja)が書かれています。公開用の紙面には入れられません。",
      en: "A line written for everybody says \(what.en). It must not go into anything public.")
  }

  private var leak: Phrase {
    switch place {
    case .page(let title):
      Phrase(
        ja: "公開用の紙面（\(title)）に\(what.ja)が入ってしまうため、書き出しませんでした。文字: 「\(text)」",
        en:
          "Nothing was written, because \(what.en) would have been on a public page (\(title)), in ‘\(text)’."
      )
    case .file(let name):
      Phrase(
        ja: "できあがったファイル（\(name)）の中に\(what.ja)が入っているため、書き出しませんでした。文字: 「\(text.prefix(80))」",
        en:
          "Nothing was written, because \(what.en) is inside the finished file (\(name)), in ‘\(text.prefix(80))’."
      )
    }
  }

  /// Where the line stands in the file: where its beginning is found, though not where a house or a person is described,
  /// for what is private there is the very word that the line says.
  private func place(of remark: String, _ checked: CheckedSession) -> Diagnostics.Place? {
    guard let source = checked.source else { return nil }
    let wanted = String(remark.prefix(12))
    let isOfMap = checked.session.maps.contains { ($0.findings + $0.actions).contains(remark) }
    var isAmongMaps = false
    for number in 1...max(1, source.lineCount) {
      guard let line = source.line(number) else { continue }
      if let first = line.first, !first.isWhitespace, first != "-", first != "#" {
        isAmongMaps = line.contains(/^["']?(maps|地図)["']?\s*[:：]/)
      }
      guard isAmongMaps == isOfMap else { continue }
      var rest = line[...]
      while let range = rest.range(of: wanted) {
        rest = line[range.upperBound...]
        guard !isOfMap || !Self.isDescription(line[..<range.lowerBound]) else { continue }
        let length = line[range.lowerBound...].hasPrefix(remark) ? remark.count : wanted.count
        return Diagnostics.Place(
          file: source.file, line: number,
          column: line.distance(from: line.startIndex, to: range.lowerBound) + 1,
          length: length)
      }
    }
    return nil
  }

  /// Whether what follows `text` in its line is the value of a key that describes a house or a person.
  private static func isDescription(_ text: Substring) -> Bool {
    text.contains(/(name|note|notes|occupation|away|名前|メモ|職業|他出)["']?\s*[:：]\s*\[?["']?$/)
  }
}
