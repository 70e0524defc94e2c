import Diagnostics
import SessionFile
import Workshop

extension [PrivacyGate.Hit] {
  /// The hits as they are told, each with the line of the file where somebody wrote it.
  ///
  /// - Parameter hasTable: whether what is made can be made for the table alone.
  func findings(_ checked: CheckedSession, hasTable: (PrivacyGate.Hit) -> Bool) -> [Finding] {
    // Finding lines means reading the file once more.
    let lines = contains { $0.remark != nil } ? checked.source.flatMap { PublicLines($0) } : nil
    return map { $0.finding(checked, lines, hasTable: hasTable($0)) }
  }
}

extension PrivacyGate.Hit {
  fileprivate func finding(_ checked: CheckedSession, _ lines: PublicLines?, hasTable: Bool) -> Finding {
    if case .picture(let name, let at) = place { return inPicture(name, at) }
    guard let remark else {
      return Finding(
        .error, code: "private-in-public", at: nil, leak,
        hint: hasTable
          ? Self.mistake.and(
            Phrase(
              ja: "席にいた人だけで使うなら --audience table で描けます。",
              en: "For those who sat at the table alone, --audience table draws it."))
          : Self.mistake)
    }
    return Finding(
      .error, code: "private-in-remark",
      at: lines?.place(of: remark),
      inRemark(
        remark,
        map: checked.session.maps.first { map in
          (map.findings + map.actions).contains { $0.wordings.contains(remark) }
        }),
      hint: hint ?? Self.hint(hasTable: hasTable))
  }

  private static let mistake = Phrase(
    ja: "Tenken の誤りかもしれません。だれのことでもない言葉だと確かめたなら、--allow にその言葉を続けてください。",
    en:
      "This may be a mistake of Tenken’s. If you made sure that the word gives nobody away, name it with --allow."
  )

  private static func hint(hasTable: Bool) -> Phrase {
    let words = Phrase(
      ja: "その文を書きかえてください。だれのことでもない言葉だと確かめたなら、--allow にその言葉（佐々木商店 など）を続けてください。",
      en:
        "Word it differently. If you made sure that it gives nobody away, name the words with --allow, such as a shop’s whole name."
    )
    guard hasTable else { return words }
    return words.and(
      Phrase(
        ja: "席にいた人だけで使うなら --audience table で描けます。",
        en: "For those who sat at the table alone, add --audience table."))
  }

  /// - Parameter map: the map whose finding or action it is; nil for what is printed beside the maps.
  private func inRemark(_ remark: String, map: TableMap?) -> Phrase {
    if let map {
      return Phrase(
        ja: "地図 \(map.id) の気づいたこと・取り組むといいことに、\(what.ja)が書かれています。公開用の絵には入れられません。",
        en: "A finding or an action of map \(map.id) says \(what.en). It must not go into a public picture.")
    }
    let remark = passage?.joined(separator: "／") ?? remark
    let told = remark.count > 24 ? remark.prefix(24) + "…" : remark[...]
    return Phrase(
      ja: "みんなに見せる文「\(told)」に、\(what.ja)が書かれています。公開用のものには入れられません。",
      en: "‘\(told)’, written for everybody, says \(what.en). It must not go into anything public.")
  }

  private func inPicture(_ name: String, _ at: Diagnostics.Place?) -> Finding {
    let shown = text.count > 24 ? text.prefix(24) + "…" : text[...]
    return Finding(
      .error, code: "private-in-picture", at: at,
      Phrase(
        ja: "絵「\(name)」の中の文字「\(shown)」に、\(what.ja)が書かれています。公開用のものには入れられません。",
        en:
          "‘\(shown)’, inside the picture ‘\(name)’, says \(what.en). It must not go into anything public."
      ),
      hint: Phrase(
        ja:
          "見えない所（題名、説明、隠れたレイヤー、用紙の外）の文字も調べています。絵からその文字を消して保存し直してください。だれのことでもない言葉だと確かめたなら、--allow にその言葉を続けてください。",
        en:
          "Words that nobody sees count too: titles, descriptions, hidden layers, what lies off the page. Take them out of the picture and save it. If you made sure that they give nobody away, name them with --allow."
      ))
  }

  private var leak: Phrase {
    switch place {
    case .picture(let name, _): Phrase(verbatim: name)
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
}

extension [Finding] {
  /// The same before anything is printed: nothing is refused yet.
  var asWarnings: [Finding] {
    map { finding in
      var finding = finding
      finding.severity = .warning
      return finding
    }
  }
}
