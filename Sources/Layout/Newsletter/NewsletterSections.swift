import Diagnostics
import Picture
import Projection
import Workshop

/// Everything a newsletter is made of, and the items of each of its sections.
public struct NewsletterContent {
  /// The workshop.
  public var session: Session
  /// The projection of each map, by the map's id.
  public var projections: [String: MapProjection]
  /// The names under which the renderer knows the users' own pictures, by their paths.
  public var pictures: [String: String]
  /// The codes of the contacts' pages, by their addresses.
  public var codes: [String: CodeMatrix]
  /// Who reads it; everybody, unless a room wants its own.
  public var audience = Audience.public
  /// What is done with figures that would single out one household.
  public var groups = SmallGroups.coarsened

  /// Gathers the content.
  public init(
    session: Session, projections: [String: MapProjection], pictures: [String: String] = [:],
    codes: [String: CodeMatrix] = [:]
  ) {
    self.session = session
    self.session.publication = session.publication.withoutEmptyParts
    self.projections = projections
    self.pictures = pictures
    self.codes = codes
  }
}

/// The parts of a newsletter in the order in which they are read.
enum NewsletterSection: String, CaseIterable {
  case agenda, greetings, articles, maps, talks, personas, votes, colours, tallies, questionnaire,
    participants
  case contacts
}

/// Makes the items of sections.
struct NewsletterSections {
  let content: NewsletterContent
  var style: NewsletterStyle
  let measurer: any TextMeasurer
  /// The maps as they are drawn, by their ids.
  let models: [String: MapModel]
  /// The lowest map, as a share of its width.
  var mapShare = 0.5
  /// How many personas stand side by side: fewer in a narrow slot.
  var mostPersonas = 4
  /// The maps of which all years stand in one row, by their places in the session.
  var mapsInOneRow: Set<Int> = []
  /// How high maps are of which the years stand one below the other, each as wide as a slot, as a share of its width: where
  /// there is more paper than to say. Nil where they stand side by side.
  var mapsInOneColumn: Double?
  /// How much larger than the rest the words are with which an issue begins, in points.
  var lead = 0.0
  /// What has slots of its own on the first page, beside whole sections.
  var elsewhere: Set<SlotNames.Kind> = []

  private var publication: Publication { content.session.publication }
  private var language: Language { content.session.language }

  /// The projected maps of an issue, which are the same however closely it is set.
  static func models(of content: NewsletterContent) -> [String: MapModel] {
    var models: [String: MapModel] = [:]
    for map in content.session.maps {
      models[map.id] = content.projections[map.id].map {
        MapModel(map: map, projection: $0, audience: content.audience, groups: content.groups)
      }
    }
    return models
  }

  /// A section with its heading, which is numbered unless `number` is nil; nothing where nobody wrote anything for it.
  func items(_ section: NewsletterSection, number: () -> Int) -> [any FlowItem] {
    switch section {
    case .agenda: agenda
    case .greetings: greetings
    case .articles:
      publication.articles.flatMap { article in
        [
          SectionHeading(number: number(), title: article.title, style: begin.style, measurer: measurer)
        ] + begin.texts(article.paragraphs)
      }
    case .maps: maps(number)
    case .talks: talks(number)
    case .personas: people(number) + ways(number)
    case .votes: publication.votes.flatMap { votes($0, number()) }
    case .colours: colours(number)
    case .tallies: tallies(number)
    case .questionnaire: questionnaire(number)
    case .participants: participants(number)
    case .contacts: contacts
    }
  }

  private func heading(_ title: String, _ number: Int?, aside: String = "") -> any FlowItem {
    SectionHeading(number: number, title: title, aside: aside, style: style, measurer: measurer)
  }
  private func sub(_ title: String, aside: String = "") -> any FlowItem {
    SubHeading(title, aside: aside, style: style, measurer: measurer)
  }
  private var make: PublicationItems {
    PublicationItems(content: content, style: style, measurer: measurer)
  }
  /// The same for the words with which an issue begins.
  private var begin: PublicationItems {
    var style = style
    style.body += lead
    style.lead = lead
    return PublicationItems(content: content, style: style, measurer: measurer)
  }

  // MARK: - Sections of words

  private var agenda: [any FlowItem] { publication.agenda.isEmpty ? [] : [begin.agenda] }

  private var greetings: [any FlowItem] {
    guard !publication.greetings.isEmpty else { return [] }
    var heading = SubHeading(NewsletterWords.greetings(in: language), style: begin.style, measurer: measurer)
    heading.level = .heading2
    return [heading]
      + publication.greetings.map { BlockItem(items: begin.greeting($0, beside: publication.greetings)) }
  }

  private func remarks(
    _ findings: [RichText], _ actions: [RichText], _ reminder: any FlowItem
  ) -> [RemarksItem] {
    guard !findings.isEmpty || !actions.isEmpty else { return [] }
    var item = make.remarks(findings, actions)
    item.reminder = reminder
    return [item]
  }

  /// The name of a table above what of it goes on in another slot.
  private func reminder(of name: String) -> any FlowItem {
    SubHeading(name + PersonaWords.continued(in: language), style: style, measurer: measurer)
  }

  private func maps(_ number: () -> Int) -> [any FlowItem] {
    let maps = content.session.maps.filter { models[$0.id] != nil }
    guard !maps.isEmpty else { return [] }
    // A single map has a heading of its own, and needs no other.
    var items: [any FlowItem] =
      maps.count > 1 ? [heading(NewsletterWords.maps(in: language), number())] : []
    for (index, map) in maps.enumerated() {
      guard let model = models[map.id] else { continue }
      let isInOneRow = mapsInOneRow.contains(index)
      let states = model.states.indices.filter { !isElsewhere(model.states[$0].year, of: map) }
      let isFirst = map.id == content.session.maps.first?.id
      let findings = isFirst && elsewhere.contains(.findings) ? [] : map.findings
      let actions = isFirst && elsewhere.contains(.actions) ? [] : map.actions
      if states.isEmpty, findings.isEmpty, actions.isEmpty { continue }
      items.append(MapHeading(map: map, style: style, measurer: measurer))
      if states.isEmpty {
        items += remarks(findings, actions, reminder(of: MapHeading.name(of: map)))
        continue
      }
      var series = MapSeriesItem(model, states: states, language: language, measurer: measurer)
      series.leastHeight = mapShare
      series.isInOneRow = isInOneRow
      if let share = mapsInOneColumn {
        series.isInOneColumn = true
        series.leastHeight = share
      }
      series.air = style.air
      let reminder = reminder(of: MapHeading.name(of: map))
      series.reminder = reminder
      let remarks = remarks(findings, actions, reminder)
      if isInOneRow, states.count <= 2 {
        series.beside = remarks.first
        items.append(series)
      } else {
        series.keepsWithNext = !remarks.isEmpty && mapsInOneColumn == nil
        items.append(series)
        items += remarks
      }
    }
    return items
  }

  /// Whether a year of a map stands in a slot of its own: that of the first map that knows the year.
  private func isElsewhere(_ year: Int, of map: TableMap) -> Bool {
    elsewhere.contains(.map(year: year))
      && content.session.maps.first { models[$0.id]?.states.contains { $0.year == year } ?? false }?.id
        == map.id
  }

  private func talks(_ number: () -> Int) -> [any FlowItem] {
    guard !publication.talks.isEmpty else { return [] }
    return [heading(NewsletterWords.talks(in: language), number())]
      + publication.talks.flatMap { talk -> [any FlowItem] in
        [sub(talk.table)] + remarks(talk.findings, talk.actions, reminder(of: talk.table))
      }
  }

  /// So many of ``mostPersonas`` that no word of theirs is broken in columns of a slot of this width.
  func mostPersonas(in width: Double) -> Int {
    make.grid(publication.personas).mostColumns(mostPersonas, width: width)
  }

  private func people(_ number: () -> Int) -> [any FlowItem] {
    var items: [any FlowItem] = []
    if !publication.personas.isEmpty {
      items.append(heading(NewsletterWords.personas(in: language), number()))
      // More than three stand too close in a column of running text.
      for group in PersonaComparison.groups(publication.personas, most: mostPersonas) {
        items.append(
          publication.personas.count == 1
            ? OnePersona(make.grid(group), pictures: content.pictures) : make.personas(group))
      }
    }
    return items
  }

  private func ways(_ number: () -> Int) -> [any FlowItem] {
    guard !publication.waysToMeet.isEmpty else { return [] }
    return [
      heading(NewsletterWords.waysToMeet(in: language), number()),
      make.bars(publication.waysToMeet.rankedByCount, title: "", columns: 2) { NewsletterWords.notes($0) },
    ]
  }

  /// Everything in the order of reading, as it flows through slots: text and counts in two columns, maps and personas
  /// across both.
  func flowing(without elsewhere: Set<String>) -> [any FlowItem] {
    var number = 0
    func next() -> Int {
      number += 1
      return number
    }
    func section(_ section: NewsletterSection) -> [any FlowItem] {
      elsewhere.contains(section.rawValue) ? [] : items(section, number: next)
    }
    func columns(_ items: [any FlowItem], areCounts: Bool = false) -> [any FlowItem] {
      items.isEmpty ? [] : [ColumnsItem(items, isCounts: areCounts)]
    }
    var all = section(.agenda)
    let greetings = section(.greetings)
    all += greetings.prefix(1) + columns(Array(greetings.dropFirst()))
    all += columns(section(.articles))
    all += section(.maps) + section(.talks)
    var counts: [any FlowItem] = []
    if !elsewhere.contains(NewsletterSection.personas.rawValue) {
      all += people(next)
      counts += ways(next)
    }
    for one in [NewsletterSection.votes, .colours, .tallies, .questionnaire, .participants] {
      counts += section(one)
    }
    return all + columns(counts, areCounts: true) + section(.contacts)
  }

  // MARK: - Sections of counts

  private func votes(_ vote: Vote, _ number: Int) -> [any FlowItem] {
    var items = make.votes(vote)
    // The first three places are seen at a glance; a long list goes on in the next column.
    let first = items.count <= 4 ? items.count : 3
    // Long reasons may be parted from each other, wherever that is.
    let height = items.prefix(first).reduce(0) { $0 + $1.height(width: 80) }
    let together = height <= Self.longestTogether ? first : 1
    for index in 0..<max(0, together - 1) { items[index].keepsWithNext = true }
    return [heading(vote.title, number)] + items
  }

  /// Entries of a vote that are no higher than this, in millimetres in a column, stand together.
  private static let longestTogether = 110.0

  private func colours(_ number: () -> Int) -> [any FlowItem] {
    guard !publication.colourRankings.isEmpty else { return [] }
    return [
      heading(NewsletterWords.colours(in: language), number()),
      sub(NewsletterWords.fromFitting(in: language)),
      // The tables are there to be compared.
      BlockItem(items: make.colours(), leastRest: 1),
    ]
  }

  private func tallies(_ number: () -> Int) -> [any FlowItem] {
    guard !publication.tallies.isEmpty else { return [] }
    return [heading(NewsletterWords.tallies(in: language), number())]
      + publication.tallies.flatMap { tally in
        [
          sub(tally.title),
          make.bars(tally.ranked, title: tally.title, columns: 2) { NewsletterWords.notes($0) },
        ]
      }
  }

  private func questionnaire(_ number: () -> Int) -> [any FlowItem] {
    guard let questionnaire = publication.questionnaire, !questionnaire.questions.isEmpty else { return [] }
    return [heading(NewsletterWords.questionnaire(in: language), number())]
      + questionnaire.questions.flatMap { question in
        make.question(question, of: questionnaire) { sub($0, aside: $1) }
      }
  }

  private func participants(_ number: () -> Int) -> [any FlowItem] {
    guard let participants = publication.participants, let everybody = participants.everybody else {
      return []
    }
    let total = NewsletterWords.everybody(everybody)(in: language)
    guard participants.hasLists else {
      return everybody > 0
        ? [heading(NewsletterWords.participants(in: language), number())]
          + make.texts([RichText(plain: total)])
        : []
    }
    var item = make.participants(participants)
    item.isInColumn = true
    return [heading(NewsletterWords.participants(in: language), number(), aside: total), item]
  }

  private var contacts: [any FlowItem] {
    guard !publication.contacts.isEmpty else { return [] }
    var heading = SubHeading(NewsletterWords.contacts(in: language), style: style, measurer: measurer)
    heading.beginsSection = true
    return [ContactsItem(heading: heading, contacts: publication.contacts.map(make.contact))]
  }
}
