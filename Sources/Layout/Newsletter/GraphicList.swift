import Diagnostics
import Picture
import Workshop

/// Takes a session apart into graphics.
struct GraphicList {
  let content: NewsletterContent
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  private var publication: Publication { content.session.publication }
  private var language: Language { content.session.language }

  private func sub(_ title: String, aside: String = "") -> any FlowItem {
    var heading = SubHeading(title, aside: aside, style: style, measurer: measurer)
    heading.level = .heading2
    return heading
  }

  private func bars(
    _ counts: [NamedCount], _ title: String, full: Int? = nil, _ value: (Int) -> Phrase
  ) -> any FlowItem {
    BarsItem(
      bars: counts.map { BarsItem.Bar(name: $0.name, count: $0.count, value: value($0.count)(in: language)) },
      full: full ?? counts.map(\.count).max() ?? 0, title: title, style: style, measurer: measurer)
  }

  private func text(_ text: RichText) -> any FlowItem {
    TextItem(text: text, style: style, measurer: measurer)
  }

  /// What a newsletter begins with: the programme, greetings, sections of text.
  var words: [Graphic] {
    var graphics: [Graphic] = []
    if !publication.agenda.isEmpty {
      let title = NewsletterWords.agenda(in: language)
      graphics.append(
        Graphic(
          id: "programme", title: title,
          items: [
            AgendaItem(
              title: title, lines: publication.agenda, style: style, measurer: measurer,
              continuedTitle: title + PersonaWords.continued(in: language))
          ]))
    }
    graphics += publication.greetings.enumerated().map { index, greeting in
      let signature = SignatureItem(
        name: greeting.name, office: greeting.office ?? "",
        picture: greeting.portrait.flatMap { content.pictures[$0] }, style: style, measurer: measurer)
      return Graphic(
        id: "greeting-\(index + 1)", title: "\(NewsletterWords.greetings(in: language)) \(greeting.name)",
        items: greeting.words.map(text) + [signature])
    }
    graphics += publication.articles.enumerated().map { index, article in
      Graphic(
        id: "section-\(index + 1)", title: article.title,
        items: [sub(article.title)] + article.paragraphs.map(text))
    }
    return graphics
  }

  /// What it ends with, and what happened when, which stands in no newsletter.
  var end: [Graphic] {
    var graphics: [Graphic] = []
    if let timetable = publication.timetable, !timetable.items.isEmpty {
      let title = TimetableSheet.name(in: language)
      graphics.append(
        Graphic(
          id: "timetable", title: title,
          items: [
            sub(title),
            TimetableItem(timetable, style: style, language: language, measurer: measurer),
          ]))
    }
    if !publication.contacts.isEmpty {
      let title = NewsletterWords.contacts(in: language)
      graphics.append(
        Graphic(
          id: "contacts", title: title,
          items: [
            ContactsItem(
              heading: SubHeading(title, style: style, measurer: measurer),
              contacts: publication.contacts.map {
                ContactItem(
                  contact: $0, code: $0.url.flatMap { content.codes[$0] }, style: style, language: language,
                  measurer: measurer)
              })
          ]))
    }
    return graphics
  }

  var maps: [Graphic] {
    content.session.maps.flatMap { map -> [Graphic] in
      guard let projection = content.projections[map.id] else { return [] }
      func series(_ states: [Int], inOneRow: Bool = false) -> [any FlowItem] {
        var item = MapSeriesItem(
          map: map, projection: projection, states: states, language: language, measurer: measurer,
          audience: content.audience, groups: content.groups)
        item.leastHeight = 0.45
        item.isInOneRow = inOneRow
        return [MapHeading(map: map, style: style, measurer: measurer), item]
      }
      var graphics = projection.states.enumerated().map { index, state in
        Graphic(
          id: "map-\(map.id)-\(state.year)", title: "\(map.title) \(state.year)", map: map.id,
          items: series([index]))
      }
      graphics.append(
        Graphic(
          id: "series-\(map.id)", title: map.title, map: map.id,
          items: series(Array(projection.states.indices)),
          broad: series(Array(projection.states.indices), inOneRow: true)))
      graphics.append(
        Graphic(
          id: "figures-\(map.id)", title: "\(map.title) \(NewsletterWords.figures(in: language))",
          map: map.id,
          items: [
            MapHeading(map: map, style: style, measurer: measurer),
            FiguresItem(
              model: MapModel(
                map: map, projection: projection, audience: content.audience, groups: content.groups),
              style: style, language: language, measurer: measurer),
          ]))
      if !map.findings.isEmpty || !map.actions.isEmpty {
        graphics.append(
          Graphic(
            id: "talk-\(map.id)", title: "\(map.title) \(NewsletterWords.talks(in: language))",
            items: [remarks(map.findings, map.actions)]))
      }
      return graphics
    }
      + publication.talks.enumerated().map { index, talk in
        Graphic(
          id: "talk-\(index + 1)", title: talk.table,
          items: [sub(talk.table), remarks(talk.findings, talk.actions)])
      }
  }

  private func remarks(_ findings: [RichText], _ actions: [RichText]) -> any FlowItem {
    RemarksItem(
      findings: findings.map { Answer($0) }, actions: actions.map { Answer($0) }, style: style,
      language: language,
      measurer: measurer)
  }

  var personas: [Graphic] {
    func items(_ personas: [Persona]) -> [any FlowItem] {
      let grid = PersonaGrid(personas: personas, style: style, language: language, measurer: measurer)
      return [PersonaTable(grid, pictures: content.pictures)]
    }
    var graphics = publication.personas.map { persona in
      let grid = PersonaGrid(personas: [persona], style: style, language: language, measurer: measurer)
      return Graphic(
        id: "persona-\(persona.number)", title: persona.title.onOneLine(language), items: items([persona]),
        broad: [PersonaCard(grid, pictures: content.pictures)])
    }
    let groups = PersonaComparison.groups(publication.personas)
    graphics += groups.enumerated().map { index, group in
      Graphic(
        id: groups.count == 1 ? "personas" : "personas-\(index + 1)",
        title: NewsletterWords.personas(in: language), items: items(group),
        narrow: group.flatMap { items([$0]) })
    }
    return graphics
  }

  var counts: [Graphic] {
    var graphics: [Graphic] = []
    if !publication.waysToMeet.isEmpty {
      let title = NewsletterWords.waysToMeet(in: language)
      graphics.append(
        Graphic(
          id: "ways-to-meet", title: title,
          items: [
            sub(title), bars(publication.waysToMeet.rankedByCount, title) { NewsletterWords.notes($0) },
          ]))
    }
    for (index, vote) in publication.votes.enumerated() {
      graphics.append(
        Graphic(
          id: "vote-\(index + 1)", title: vote.title,
          items: [sub(vote.title)]
            + vote.placed.map { placed in
              VoteItem(
                placed: placed, picture: placed.entry.picture.flatMap { content.pictures[$0] }, style: style,
                language: language, measurer: measurer,
                hasPictures: vote.entries.contains { $0.picture != nil })
            }))
    }
    if !publication.colourRankings.isEmpty {
      let title = NewsletterWords.colours(in: language)
      graphics.append(
        Graphic(
          id: "colours", title: title,
          items: [sub(title), sub(NewsletterWords.fromFitting(in: language))]
            + publication.colourRankings.map {
              ColourRankingItem(ranking: $0, style: style, language: language, measurer: measurer)
            }))
    }
    graphics += publication.tallies.enumerated().map { index, tally in
      Graphic(
        id: "tally-\(index + 1)", title: tally.title,
        items: [sub(tally.title), bars(tally.ranked, tally.title) { NewsletterWords.notes($0) }])
    }
    return graphics + questions + participants
  }

  private var questions: [Graphic] {
    guard let questionnaire = publication.questionnaire else { return [] }
    let single = questionnaire.questions.enumerated().map { index, question in
      let people = questionnaire.respondents(to: question)
      let several = question.allowsSeveral ? NewsletterWords.several(in: language) : ""
      return Graphic(
        id: "question-\(index + 1)", title: question.title,
        items: [
          sub(question.title + several, aside: NewsletterWords.respondents(people)(in: language)),
          bars(question.answers, question.title, full: people) {
            NewsletterWords.share(Questionnaire.percent($0, of: people), $0)
          },
        ])
    }
    guard single.count > 1 else { return single }
    let all = Graphic(
      id: "questionnaire", title: NewsletterWords.questionnaire(in: language),
      items: single.flatMap(\.items))
    return single + [all]
  }

  private var participants: [Graphic] {
    guard let participants = publication.participants, participants.hasLists,
      let everybody = participants.everybody
    else {
      return []
    }
    return [
      Graphic(
        id: "participants", title: NewsletterWords.participants(in: language),
        items: [
          sub(
            NewsletterWords.participants(in: language),
            aside: NewsletterWords.everybody(everybody)(in: language)),
          ParticipantsItem(participants: participants, style: style, language: language, measurer: measurer),
        ])
    ]
  }
}
