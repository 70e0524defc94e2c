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

  private var make: PublicationItems {
    PublicationItems(content: content, style: style, measurer: measurer)
  }

  /// What a newsletter begins with: the programme, greetings, sections of text.
  var words: [Graphic] {
    var graphics: [Graphic] = []
    if !publication.agenda.isEmpty {
      graphics.append(
        Graphic(id: "programme", title: NewsletterWords.agenda(in: language), items: [make.agenda]))
    }
    graphics += publication.greetings.enumerated().map { index, greeting in
      Graphic(
        id: "greeting-\(index + 1)", title: "\(NewsletterWords.greetings(in: language)) \(greeting.name)",
        items: make.greeting(greeting))
    }
    graphics += publication.articles.enumerated().map { index, article in
      Graphic(
        id: "section-\(index + 1)", title: article.title,
        items: [sub(article.title)] + make.texts(article.paragraphs))
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
              contacts: publication.contacts.map(make.contact))
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
            items: [make.remarks(map.findings, map.actions)]))
      }
      return graphics
    }
      + publication.talks.enumerated().map { index, talk in
        Graphic(
          id: "talk-\(index + 1)", title: talk.table,
          items: [sub(talk.table), make.remarks(talk.findings, talk.actions)])
      }
  }

  var personas: [Graphic] {
    var graphics = publication.personas.map { persona in
      Graphic(
        id: "persona-\(persona.number)", title: persona.title.onOneLine(language),
        items: [make.personas([persona])],
        broad: [PersonaCard(make.grid([persona]), pictures: content.pictures)])
    }
    let groups = PersonaComparison.groups(publication.personas)
    graphics += groups.enumerated().map { index, group in
      Graphic(
        id: groups.count == 1 ? "personas" : "personas-\(index + 1)",
        title: NewsletterWords.personas(in: language), items: [make.personas(group)],
        narrow: group.map { make.personas([$0]) })
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
            sub(title),
            make.bars(publication.waysToMeet.rankedByCount, title: title) { NewsletterWords.notes($0) },
          ]))
    }
    for (index, vote) in publication.votes.enumerated() {
      graphics.append(
        Graphic(
          id: "vote-\(index + 1)", title: vote.title,
          items: [sub(vote.title)] + make.votes(vote)))
    }
    if !publication.colourRankings.isEmpty {
      let title = NewsletterWords.colours(in: language)
      graphics.append(
        Graphic(
          id: "colours", title: title,
          items: [sub(title), sub(NewsletterWords.fromFitting(in: language))]
            + make.colours(areGraphics: true)))
    }
    graphics += publication.tallies.enumerated().map { index, tally in
      Graphic(
        id: "tally-\(index + 1)", title: tally.title,
        items: [sub(tally.title), make.bars(tally.ranked, title: tally.title) { NewsletterWords.notes($0) }])
    }
    return graphics + questions + participants
  }

  private var questions: [Graphic] {
    guard let questionnaire = publication.questionnaire else { return [] }
    let single = questionnaire.questions.enumerated().map { index, question in
      Graphic(
        id: "question-\(index + 1)", title: question.title,
        items: make.question(question, of: questionnaire) { sub($0, aside: $1) })
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
          make.participants(participants),
        ])
    ]
  }
}
