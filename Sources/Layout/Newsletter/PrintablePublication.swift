import Workshop

extension Participants {
  /// Whether more is known than how many there were.
  var hasLists: Bool { !departments.isEmpty || !sexes.isEmpty || !ages.isEmpty }
}

extension Publication {
  /// The same without parts in which nobody wrote anything: no heading stands over nothing.
  var withoutEmptyParts: Publication {
    var printed = self
    printed.greetings.removeAll { $0.words.allSatisfy(\.isEmpty) }
    printed.articles.removeAll { $0.paragraphs.allSatisfy(\.isEmpty) }
    printed.talks.removeAll { $0.findings.isEmpty && $0.actions.isEmpty }
    printed.votes.removeAll { $0.entries.isEmpty }
    printed.colourRankings.removeAll { $0.colours.isEmpty }
    printed.tallies.removeAll { $0.counts.isEmpty }
    printed.questionnaire?.questions.removeAll { $0.answers.isEmpty }
    return printed
  }
}
