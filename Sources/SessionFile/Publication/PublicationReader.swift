import Diagnostics
import Workshop

/// Reads everything of a workshop that is printed beside its maps.
struct PublicationReader {
  let report: Report

  func publication(_ fields: Fields<SessionKey>) -> Publication {
    let counts = CountReader(report: report)
    var result = Publication()
    result.volume = report.text(fields[.volume])
    result.agenda = report.lines(fields[.agenda])
    result.greetings = list(fields[.greetings]).compactMap(greeting)
    result.articles = list(fields[.sections]).compactMap(article)
    result.talks = list(fields[.talks]).compactMap(talk)
    result.personas = PersonaReader(report: report).personas(fields[.personas])
    result.waysToMeet = report.counts(fields[.waysToMeet])
    result.votes = counts.votes(fields[.votes])
    result.colourRankings = counts.colourRankings(fields[.colours])
    result.tallies = counts.tallies(fields[.tallies])
    result.questionnaire = counts.questionnaire(fields[.questionnaire])
    result.participants = counts.participants(fields[.participants])
    result.timetable = TimetableReader(report: report).timetable(fields[.timetable])
    result.staff = staff(fields[.staff])
    result.contacts = list(fields[.contacts]).compactMap(contact)
    return result
  }

  private func list(_ node: Node?) -> [Node] { SheetReader(report: report).list(node) }

  private func greeting(_ node: Node) -> Greeting? {
    guard
      let fields = Fields<GreetingKey>(node, what: Phrase(ja: "あいさつ", en: "a greeting"), report: report)
    else { return nil }
    return Greeting(
      name: report.text(fields[.name]) ?? "", office: report.text(fields[.office]),
      words: report.richLines(fields[.words]), portrait: report.pictureFile(fields[.portrait]))
  }

  private func article(_ node: Node) -> Article? {
    guard let fields = Fields<ArticleKey>(node, what: Phrase(ja: "記事", en: "a section"), report: report)
    else {
      return nil
    }
    return Article(title: report.text(fields[.title]) ?? "", paragraphs: report.richLines(fields[.text]))
  }

  private func talk(_ node: Node) -> TableTalk? {
    guard let fields = Fields<TalkKey>(node, what: Phrase(ja: "話し合い", en: "a table's talk"), report: report)
    else { return nil }
    let talk = TableTalk(
      table: report.text(fields[.table]) ?? "",
      findings: report.richLines(fields[.findings], slipsAre: .warning),
      actions: report.richLines(fields[.actions], slipsAre: .warning))
    if talk.findings.isEmpty, talk.actions.isEmpty, !node.hasGap {
      report.warning(
        .emptyPart, at: report.place(fields.keyNode(.table) ?? node),
        Phrase(
          ja: "このテーブルの「気づいたこと」も「取り組むといいこと」も空なので、印刷されません。",
          en: "This table has neither findings nor actions, so nothing of it is printed."),
        hint: Phrase(ja: "どちらかを一行でも書いてください。", en: "Write at least one line of either."))
    }
    return talk
  }

  /// `山田 花子（地域づくり課）`, or the keys of a member.
  private func staff(_ node: Node?) -> [StaffMember] {
    guard let node else { return [] }
    let nodes = if case .list(let list) = node.content { list } else { [node] }
    return nodes.compactMap { node in
      if let text = report.text(node.text == nil ? nil : node) {
        let folded = text.folded
        guard let open = folded.firstIndex(of: "("), folded.hasSuffix(")") else {
          return StaffMember(name: text)
        }
        let office = folded[folded.index(after: open)...].dropLast()
        let length = folded[..<open].unicodeScalars.count
        let name = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length))).trimmed
        return StaffMember(name: name.isEmpty ? text : name, office: office.isEmpty ? nil : String(office))
      }
      guard
        let fields = Fields<StaffKey>(node, what: Phrase(ja: "スタッフ", en: "a member of staff"), report: report)
      else { return nil }
      return StaffMember(
        name: report.text(fields[.name]) ?? "", office: report.text(fields[.office]),
        duty: report.text(fields[.duty]))
    }
  }

  /// A code of 21 mm has dots of a quarter of a millimetre then: the finest that a telephone reads from newsprint.
  private static let longestAddress = 300

  private func contact(_ node: Node) -> Contact? {
    guard
      let fields = Fields<ContactKey>(node, what: Phrase(ja: "問い合わせ先", en: "a contact"), report: report)
    else { return nil }
    let url = report.text(fields[.url])
    if let url, let node = fields[.url], !url.lowercased().hasPrefix("https://"),
      !url.lowercased().hasPrefix("http://")
    {
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "「\(url.shortened)」はホームページの場所として読めません。", en: "“\(url.shortened)” is no address of a web page."),
        hint: Phrase(ja: "https:// から書いてください。", en: "Write it from https:// on."))
    }
    if let url, let node = fields[.url], url.utf8.count > Self.longestAddress {
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "ホームページの場所が長すぎて、QR コードが読み取れません（\(url.utf8.count) バイト。\(Self.longestAddress) まで）。",
          en:
            "The address is too long for a QR code that can be read from paper (\(url.utf8.count) bytes; at most \(Self.longestAddress))."
        ),
        hint: Phrase(
          ja: "入口のページなど、短いアドレスを書いてください。", en: "Write a shorter one, such as that of the front page."))
    }
    return Contact(
      name: report.text(fields[.name]) ?? "", telephone: report.text(fields[.telephone]),
      place: report.text(fields[.place]), hours: report.text(fields[.hours]), url: url)
  }
}
