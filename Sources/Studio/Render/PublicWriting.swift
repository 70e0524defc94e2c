import Workshop

extension Session {
  /// What stands on public pages as it was typed: titles, and the names of places. Findings, actions and everything
  /// beside the maps do too, but not on every page.
  var display: [String] {
    [title, venue, programme, time].compactMap { $0 }
      + maps.flatMap { [$0.title, $0.subtitle, $0.id].compactMap { $0 } }
      + placeNames + scenarios.map(\.name) + measures.map(\.name)
  }

  /// The names of places that the maps show, and of the place where the workshop was held.
  var placeNames: [String] {
    [venue].compactMap { $0 }
      + maps.flatMap { map in
        map.lines.flatMap { [$0.name, $0.id].compactMap { $0 } } + map.areas.compactMap(\.name)
          + map.landmarks.compactMap(\.name)
      }
  }
}

extension Publication {
  /// Everything in it that somebody wrote to be read by everybody, but the names under which they speak (``signatures``).
  var writings: [String] {
    var words = agenda + [volume].compactMap { $0 }
    words += greetings.flatMap { $0.words.flatMap(\.wordings) }
    words += articles.flatMap { [$0.title] + $0.paragraphs.flatMap(\.wordings) }
    words += talks.flatMap { [$0.table] + ($0.findings + $0.actions).flatMap(\.wordings) }
    words += personas.flatMap { persona in [persona.title] + PersonaField.allCases.flatMap { persona[$0] } }
    words += waysToMeet.map(\.name)
    words += votes.flatMap { [$0.title] + $0.entries.flatMap { [$0.name] + $0.reasons } }
    words += colourRankings.flatMap { [$0.table] + $0.colours.map(\.name) }
    words += tallies.flatMap { [$0.title] + $0.counts.map(\.name) }
    words += questionnaire?.questions.flatMap { [$0.title] + $0.answers.map(\.name) } ?? []
    if let participants {
      words += (participants.departments + participants.sexes + participants.ages).map(\.name)
    }
    words += timetable?.items.flatMap { [$0.title, $0.content ?? ""] + $0.steps.map(\.title) } ?? []
    words += contacts.flatMap { [$0.telephone, $0.hours, $0.url].compactMap { $0 } }
    return words
  }

  /// Everything in it that is printed: what was written for everybody, and the names under which people speak.
  var words: [String] { writings + signatures }

  /// The lines of it that follow each other on paper, list by list.
  var passages: [[String]] {
    var passages = [agenda, waysToMeet.map(\.name)]
    passages += greetings.map { $0.words.map(\.plain) }
    passages += articles.map { [$0.title] + $0.paragraphs.map(\.plain) }
    passages += talks.flatMap { [$0.findings, $0.actions] }.map { $0.map(\.plain) }
    passages += personas.flatMap { persona in PersonaField.allCases.map { persona[$0] } }
    passages += votes.flatMap { vote in vote.entries.map(\.reasons) + [vote.entries.map(\.name)] }
    passages += colourRankings.map { $0.colours.map(\.name) }
    passages += tallies.map { $0.counts.map(\.name) }
    passages += questionnaire?.questions.map { $0.answers.map(\.name) } ?? []
    if let participants {
      passages += [participants.departments, participants.sexes, participants.ages].map { $0.map(\.name) }
    }
    return passages.filter { $0.count > 1 }
  }

  /// Those who run the workshop, as they stand on their cards and on the timetable's sheet.
  var crew: [String] {
    staff.flatMap { [$0.name, $0.office, $0.duty].compactMap { $0 } }
      + (timetable?.items.compactMap(\.lead) ?? [])
  }

  /// The names under which people and offices speak to everybody.
  var signatures: [String] {
    (greetings.flatMap { [$0.name, $0.office] } + contacts.flatMap { [$0.name, $0.place] })
      .compactMap { $0 }.filter { !$0.isEmpty }
  }
}
