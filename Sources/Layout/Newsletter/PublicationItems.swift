import Diagnostics
import Picture
import Workshop

/// The items of which pages and exported graphics are made alike: the same parts of a session, whatever stands around
/// them.
struct PublicationItems {
  let content: NewsletterContent
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  private var language: Language { content.session.language }

  /// The paragraphs of one text: where one of them has readings, the lines of all are as far apart.
  func texts(_ paragraphs: [RichText]) -> [any FlowItem] {
    let isOpen = paragraphs.contains(where: \.hasReadings)
    return paragraphs.map { TextItem(text: $0, style: style, measurer: measurer, isOpen: isOpen) }
  }

  /// The items of the programme, numbered.
  var agenda: any FlowItem {
    let title = NewsletterWords.agenda(in: language)
    return AgendaItem(
      title: title, lines: content.session.publication.agenda, style: style, measurer: measurer,
      continuedTitle: continued(title))
  }

  /// What somebody says, and who that is.
  ///
  /// - Parameter others: those who greet beside them.
  func greeting(_ greeting: Greeting, beside others: [Greeting] = []) -> [any FlowItem] {
    texts(greeting.words) + [
      SignatureItem(
        name: greeting.name, office: greeting.office ?? "", picture: picture(greeting.portrait), style: style,
        measurer: measurer,
        others: others.map {
          SignatureItem.Other(
            name: $0.name, office: $0.office ?? "", hasPicture: picture($0.portrait) != nil)
        })
    ]
  }

  /// What a table noticed and would do.
  func remarks(_ findings: [RichText], _ actions: [RichText]) -> RemarksItem {
    RemarksItem(
      findings: findings.map { Answer($0) }, actions: actions.map { Answer($0) }, style: style,
      language: language, measurer: measurer)
  }

  /// Personas side by side.
  func personas(_ personas: [Persona]) -> any FlowItem {
    PersonaTable(grid(personas), pictures: content.pictures)
  }

  func grid(_ personas: [Persona]) -> PersonaGrid {
    let set = content.session.publication.personas
    return PersonaGrid(
      personas: personas, of: set.isEmpty ? nil : set, style: style, language: language, measurer: measurer)
  }

  /// Counts as bars; a title is repeated where they go on elsewhere.
  ///
  /// - Parameter full: the count of a bar of full length; nil for the greatest.
  func bars(
    _ counts: [NamedCount], title: String, columns: Int = 1, full: Int? = nil, _ value: (Int) -> Phrase
  ) -> any FlowItem {
    BarsItem(
      bars: counts.map { BarsItem.Bar(name: $0.name, count: $0.count, value: value($0.count)(in: language)) },
      full: full ?? counts.map(\.count).max() ?? 0, title: title, style: style, measurer: measurer,
      columns: columns, continuedTitle: title.isEmpty ? "" : continued(title))
  }

  /// What was voted for, the first place first.
  func votes(_ vote: Vote) -> [VoteItem] {
    let hasPictures = vote.entries.contains { $0.picture != nil }
    return vote.placed.map { placed in
      VoteItem(
        placed: placed, picture: picture(placed.entry.picture), style: style, language: language,
        measurer: measurer, hasPictures: hasPictures)
    }
  }

  /// The colours of each table in its order.
  ///
  /// - Parameter areGraphics: whether they stand alone, and not among the text of a page.
  func colours(areGraphics: Bool = false) -> [any FlowItem] {
    let rankings = content.session.publication.colourRankings
    let most = rankings.map(\.colours.count).max() ?? 1
    let names = rankings.flatMap { $0.colours.map(\.name) }
    let widest = WholeWords.widest(of: names, measurer: measurer) * Theme.smallestText
    return rankings.map {
      ColourRankingItem(
        ranking: $0, style: style, language: language, measurer: measurer, most: most,
        widest: widest, isGraphic: areGraphics)
    }
  }

  /// A question under the heading that `heading` makes of its words and of how many answered.
  func question(
    _ question: Question, of questionnaire: Questionnaire,
    heading: (_ title: String, _ aside: String) -> any FlowItem
  ) -> [any FlowItem] {
    let people = questionnaire.respondents(to: question)
    let several = question.allowsSeveral ? NewsletterWords.several(in: language) : ""
    return [
      heading(question.title + several, NewsletterWords.respondents(people)(in: language)),
      bars(question.answers, title: question.title, full: people) {
        NewsletterWords.share(Questionnaire.percent($0, of: people), $0)
      },
    ]
  }

  /// Who took part, by department, sex and age.
  func participants(_ participants: Participants) -> ParticipantsItem {
    ParticipantsItem(participants: participants, style: style, language: language, measurer: measurer)
  }

  /// Whom to ask.
  func contact(_ contact: Contact) -> ContactItem {
    ContactItem(
      contact: contact, code: contact.url.flatMap { content.codes[$0] }, style: style, language: language,
      measurer: measurer)
  }

  private func picture(_ path: String?) -> String? { path.flatMap { content.pictures[$0] } }

  private func continued(_ title: String) -> String { title + PersonaWords.continued(in: language) }
}
