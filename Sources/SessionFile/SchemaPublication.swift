import Diagnostics

/// The tables of everything that is printed beside the maps.
extension SessionSchema {
  static var publication: [(String, JSONText)] {
    let tables: [(String, [(String, JSONText)])] = [
      ("greeting", table(GreetingKey.self)), ("section", table(ArticleKey.self)),
      ("talk", table(TalkKey.self)),
      ("contact", table(ContactKey.self)), ("persona", table(PersonaKey.self)),
      ("personaWork", table(PersonaWorkKey.self)), ("personaFamily", table(PersonaFamilyKey.self)),
      ("personaCharacter", table(PersonaCharacterKey.self)), ("personaRhythm", table(PersonaRhythmKey.self)),
      ("personaInterests", table(PersonaInterestsKey.self)),
      ("personaInternet", table(PersonaInternetKey.self)),
      ("vote", table(VoteKey.self)), ("voteEntry", table(VoteEntryKey.self)),
      ("colourRanking", table(ColourRankingKey.self)), ("tally", table(TallyKey.self)),
      ("questionnaire", table(QuestionnaireKey.self)), ("question", table(QuestionKey.self)),
      ("participants", table(ParticipantsKey.self)), ("timetable", table(TimetableKey.self)),
      ("timetableItem", table(TimetableItemKey.self)), ("timetableStep", table(TimetableStepKey.self)),
    ]
    return tables.map { ($0.0, .object($0.1)) } + [("staff", anyOf([line, .object(table(StaffKey.self))]))]
  }
}
