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
    ]
    // In one line, or key by key.
    let either: [(String, JSONText, [(String, JSONText)])] = [
      ("staff", line, table(StaffKey.self)), ("timetableItem", minutes, table(TimetableItemKey.self)),
      ("timetableStep", minutes, table(TimetableStepKey.self)),
    ]
    return tables.map { ($0.0, .object($0.1)) } + either.map { ($0.0, anyOf([$0.1, .object($0.2)])) }
  }

  /// `5 あいさつ`.
  private static let minutes = string(pattern: "^[ 　]*[0-9０-９]{1,4}(?![-0-9０-９])")
}
