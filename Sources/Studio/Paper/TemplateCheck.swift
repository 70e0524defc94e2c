import CairoBackend
import Diagnostics
import Layout
import Picture
import SessionFile
import Workshop

extension Templates {
  /// The same as ``load(_:)``, and tells too which slots could hold nothing at all: those that have no room for the
  /// least issue there can be.
  public static func check(_ name: String) throws(Trouble) -> LoadedTemplate {
    var loaded = try load(name)
    guard let template = loaded.template else { return loaded }
    let least = SessionReader.read(bytes: Array(leastIssue(for: template).utf8), file: name).session
    guard let least else { return loaded }
    let content = try NewsletterPublishing.content(least, pictures: [:], groups: .kept)
    let renderer = try PaperDesk.renderer()
    loaded.findings += Newsletter.slotsTooSmall(for: content, in: template, measurer: renderer.typesetter)
    if loaded.hasErrors { loaded.template = nil }
    return loaded
  }

  /// One short word, one house and one count for everything that can have a slot of its own; the years of its map are
  /// those of the template's slots.
  static func leastIssue(for template: Template) -> String {
    let pages = [template.first, template.inner, template.last].compactMap(\.self)
    let years = Set(
      pages.flatMap { $0.slots.keys }.filter { $0.hasPrefix("map-") }.compactMap { Int($0.dropFirst(4)) }
    ).sorted()
    let first = years.first ?? 2023
    let horizons = years.dropFirst().map { String($0 - first) }.joined(separator: ", ")
    return """
      tenken: 1
      title: 会
      date: \(first)-01-01
      horizons: [\(horizons.isEmpty ? "10" : horizons)]
      programme: 会
      volume: 1
      agenda: [会]
      greetings: [{name: 名, words: 言}]
      sections: [{title: 題, text: 文}]
      talks: [{table: 班, findings: [道], actions: [道]}]
      personas: [{title: 人, character: 静か}]
      ways-to-meet: {紙: 1}
      votes: [{title: 票, entries: [{name: 葉, votes: 1}]}]
      colours: [{table: 班, ranking: [紺]}]
      tallies: [{title: 題, counts: {道: 1}}]
      questionnaire: {respondents: 1, questions: [{question: 問, answers: {はい: 1}}]}
      participants: {departments: {市: 1}}
      contacts: [{name: 市}]
      maps: [{id: A, title: 村, houses: {a: [○40]}, findings: [道], actions: [道]}]

      """
  }
}
