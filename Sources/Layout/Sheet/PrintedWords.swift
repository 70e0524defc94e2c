import Diagnostics
import Workshop

/// The words that stand on newsletters, sheets and kits whatever the session says.
public enum PrintedWords {
  /// All of them in one language, for those who look for other words.
  public static func all(in language: Language) -> [String] {
    let newsletter = [
      NewsletterWords.newsletter, NewsletterWords.date, NewsletterWords.venue, NewsletterWords.agenda,
      NewsletterWords.greetings, NewsletterWords.maps, NewsletterWords.talks, NewsletterWords.findings,
      NewsletterWords.actions, NewsletterWords.personas, NewsletterWords.waysToMeet, NewsletterWords.votes,
      NewsletterWords.colours, NewsletterWords.tallies, NewsletterWords.questionnaire,
      NewsletterWords.participants, NewsletterWords.contacts, NewsletterWords.departments,
      NewsletterWords.sexes, NewsletterWords.ages, NewsletterWords.fromFitting, NewsletterWords.several,
    ]
    let personas =
      PersonaTopic.allCases.map(\.heading) + PersonaField.allCases.map(\.label)
      + PersonaRow.allCases.map(\.heading) + [
        PersonaWords.type, PersonaWords.comparison, PersonaWords.continued, PersonaWords.worksheet,
        PersonaWords.worksheetLead, PersonaWords.table, PersonaWords.writer, PersonaWords.likeness,
        PersonaWords.inAWord, PersonaWords.accessHint, PersonaWords.invented,
      ]
    // What the legend says depends on who lives on the map, so that a map without people does not tell all of it.
    let maps = [
      MapWords.longBands, MapWords.publicShortBands, MapWords.halfBands, MapWords.underlinedBands,
      MapWords.agesAreYears, MapWords.man, MapWords.woman, MapWords.sexUnknown, MapWords.perhaps,
      MapWords.away, MapWords.livedInHouse, MapWords.vacantHouse, MapWords.dependsHouse,
      MapWords.unknownHouse, MapWords.noHouse, MapWords.shop, MapWords.facility, MapWords.older(65),
      MapWords.older(70), MapWords.unknownNotCounted, MapWords.findings, MapWords.actions,
    ]
    return (newsletter + personas + maps).map { $0(in: language) } + ["Tenken"]
  }
}
