/// The parts of the persona worksheet, in its order.
public enum PersonaTopic: String, Sendable, Hashable, CaseIterable {
  /// Age, sex, where from.
  case profile
  /// What they do for a living now.
  case work
  /// With whom they live, for whom they care.
  case family
  /// Values and aims.
  case character
  /// A day from waking to sleeping.
  case rhythm
  /// What they like.
  case interests
  /// Whom they know beyond the family.
  case relations
  /// How they use the internet.
  case internet
  /// How days off are spent.
  case daysOff = "days-off"
  /// Where one could meet them.
  case access

  /// Its fields in the order of the worksheet; a topic with several begins with what is said of it as a whole.
  public var fields: [PersonaField] { PersonaField.allCases.filter { $0.topic == self } }
}

/// One thing the worksheet asks for.
public enum PersonaField: String, Sendable, Hashable, CaseIterable {
  // Profile.
  /// The age band in words: 30代.
  case age
  /// Man, woman, or as the table puts it.
  case sex
  /// Where they live.
  case home
  /// Where they are from.
  case origin
  /// Schooling.
  case schooling
  /// What they did before.
  case pastWork = "past-work"
  // Present work.
  /// Work as a whole.
  case work
  /// The kind of work.
  case workKind = "work.kind"
  /// What they earn.
  case income = "work.income"
  // Family.
  /// The family as a whole.
  case family
  /// Whether they are married.
  case married = "family.married"
  /// Their children.
  case children = "family.children"
  /// Whom they care for.
  case care = "family.care"
  // Character.
  /// Character as a whole.
  case character
  /// What matters to them.
  case values = "character.values"
  /// What they aim at.
  case aims = "character.aims"
  // The rhythm of a day.
  /// The day as a whole.
  case rhythm
  /// When they get up.
  case waking = "rhythm.waking"
  /// How they get to work or school.
  case commuting = "rhythm.commuting"
  /// What and with whom they eat.
  case meals = "rhythm.meals"
  // Interests.
  /// Interests as a whole.
  case interests
  /// Indoors.
  case indoor = "interests.indoor"
  /// Outdoors.
  case outdoor = "interests.outdoor"
  /// Music.
  case music = "interests.music"
  /// Magazines.
  case magazines = "interests.magazines"
  /// Films.
  case films = "interests.films"
  // The rest.
  /// Relations beyond the family.
  case relations
  /// Internet use as a whole.
  case internet
  /// What they use it with.
  case device = "internet.device"
  /// For how long a day.
  case hours = "internet.hours"
  /// What they use there.
  case services = "internet.services"
  /// Days off.
  case daysOff = "days-off"
  /// Where one could meet them.
  case access

  /// The part of the worksheet it belongs to.
  public var topic: PersonaTopic {
    switch self {
    case .age, .sex, .home, .origin, .schooling, .pastWork: .profile
    case .work, .workKind, .income: .work
    case .family, .married, .children, .care: .family
    case .character, .values, .aims: .character
    case .rhythm, .waking, .commuting, .meals: .rhythm
    case .interests, .indoor, .outdoor, .music, .magazines, .films: .interests
    case .relations: .relations
    case .internet, .device, .hours, .services: .internet
    case .daysOff: .daysOff
    case .access: .access
    }
  }

  /// Whether it speaks of its topic as a whole, beside fields that speak of parts of it.
  public var isWhole: Bool { rawValue == topic.rawValue && topic.fields.count > 1 }
}

/// A figure of the portrait set, `Assets/portraits`; its name is its file's.
public enum Portrait: String, Sendable, Hashable, CaseIterable {
  /// A boy who wonders.
  case childBoyCurious = "child-boy-curious"
  /// A girl who laughs.
  case childGirlCheerful = "child-girl-cheerful"
  /// A boy in his teens, in thought.
  case teenBoyThoughtful = "teen-boy-thoughtful"
  /// A girl in her teens who smiles.
  case teenGirlCheerful = "teen-girl-cheerful"
  /// A young man who keeps to himself.
  case youngManQuiet = "young-man-quiet"
  /// A young man at ease.
  case youngManCalm = "young-man-calm"
  /// A young woman at the end of her strength.
  case youngWomanTired = "young-woman-tired"
  /// A young woman who laughs.
  case youngWomanCheerful = "young-woman-cheerful"
  /// A man of middle age after a long day.
  case middleManTired = "middle-man-tired"
  /// A man of middle age who laughs.
  case middleManCheerful = "middle-man-cheerful"
  /// A woman of middle age at ease.
  case middleWomanCalm = "middle-woman-calm"
  /// A woman of middle age, in thought.
  case middleWomanThoughtful = "middle-woman-thoughtful"
  /// An old man at ease.
  case olderManCalm = "older-man-calm"
  /// An old man, in thought.
  case olderManThoughtful = "older-man-thoughtful"
  /// An old woman at ease.
  case olderWomanCalm = "older-woman-calm"
  /// An old woman who laughs.
  case olderWomanCheerful = "older-woman-cheerful"
  /// Anybody: a figure that tells neither age nor sex, in a scarf.
  case anyoneScarf = "anyone-any-scarf"
  /// Anybody, with a collar.
  case anyoneCollar = "anyone-any-collar"
  /// Anybody, in stripes.
  case anyoneStripes = "anyone-any-stripes"
  /// Anybody, with a pocket.
  case anyonePocket = "anyone-any-pocket"

  /// The figures of somebody of this age, in years; where the age or the sex is not known, those that tell neither.
  static func figures(age: Int?, isFemale: Bool?) -> [Portrait] {
    guard let age, let isFemale else { return allCases.filter { $0.rawValue.hasPrefix("anyone-") } }
    let stage = age < 13 ? "child" : age < 20 ? "teen" : age < 40 ? "young" : age < 65 ? "middle" : "older"
    let sex = age < 20 ? (isFemale ? "girl" : "boy") : (isFemale ? "woman" : "man")
    return allCases.filter { $0.rawValue.hasPrefix("\(stage)-\(sex)-") }
  }
}

/// Where the picture of a persona comes from.
public enum PortraitChoice: Sendable, Hashable {
  /// A figure of the set.
  case figure(Portrait)
  /// The user's own picture; the path as the session file has it, relative to that file.
  case file(String)
}

/// Somebody whom the town's health rooms have not met yet, as a table imagined them.
///
/// An invented person: nothing in it is private.
public struct Persona: Sendable, Hashable {
  /// The number of the type, from 1.
  public var number: Int
  /// The title; a line feed begins its second line.
  public var title: String
  /// Its picture; nil picks a figure by age and sex.
  public var portrait: PortraitChoice?
  /// What the table wrote, field by field, each a list of lines.
  public var answers: [PersonaField: [String]]

  /// Makes a persona.
  public init(
    number: Int, title: String, portrait: PortraitChoice? = nil, answers: [PersonaField: [String]] = [:]
  ) {
    self.number = number
    self.title = title
    self.portrait = portrait
    self.answers = answers
  }

  /// The lines written in `field`; none where it was left blank.
  public subscript(field: PersonaField) -> [String] { answers[field] ?? [] }

  /// The picture that was chosen, or the figure that fits the age and the sex in words; where one of them is not told, a
  /// figure that tells neither.
  public var picture: PortraitChoice { portrait ?? .figure(fittingFigure) }

  /// Of the figures of an age and a sex, those of neighbouring numbers get different ones.
  private var fittingFigure: Portrait {
    let spoken = (self[.age] + self[.schooling] + [title] + self[.sex]).joined(separator: " ").lowercased()
    let sex = self[.sex].isEmpty ? title : self[.sex].joined(separator: " ")
    let figures = Portrait.figures(age: Self.age(inWords: spoken), isFemale: Self.isFemale(inWords: sex))
    return figures.isEmpty ? .anyoneScarf : figures[(number + figures.count - 1) % figures.count]
  }

  /// The sex that the words speak of; nil where they speak of none or of both.
  static func isFemale(inWords words: String) -> Bool? {
    let words = words.lowercased()
    let plain = words.split { !$0.isLetter }.map(String.init)
    func speaks(of japanese: [String], _ english: Set<String>) -> Bool {
      japanese.contains { words.contains($0) } || plain.contains { english.contains($0) }
    }
    let isFemale = speaks(
      of: ["女", "母親", "主婦"],
      ["woman", "women", "girl", "girls", "mother", "female", "f", "schoolgirl", "housewife", "lady"])
    let isMale = speaks(
      of: ["男", "父親"], ["man", "men", "boy", "boys", "father", "male", "m", "schoolboy", "gentleman"])
    return isFemale == isMale ? nil : isFemale
  }

  /// An age that the words speak of: 中学生 is 14, 30代 is 30, "40〜50代" 40; nil where they do not say.
  static func age(inWords words: String) -> Int? {
    let stages: [(String, Int)] = [
      ("小学", 9), ("児童", 9), ("中学", 14), ("高校", 17), ("大学", 21), ("pupil", 9), ("teen", 15), ("schoolboy", 12),
      ("schoolgirl", 12), ("student", 20), ("高齢", 75), ("お年寄り", 75), ("older", 75), ("elderly", 75),
    ]
    let digits = words.drop { $0.wholeNumberValue == nil }.prefix { $0.wholeNumberValue != nil }.prefix(3)
    let years = digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
    // "中学2年" speaks of a class, not of an age.
    if years >= 5 { return years }
    return stages.first { words.contains($0.0) }?.1
  }
}
