import Diagnostics
import Picture
import Workshop

/// What occurs on a map, gathered once, so that its legend explains that and nothing else.
struct LegendSigns {
  /// Whether ages stand in the symbols of anybody.
  private(set) var hasAged = false
  /// Whether anybody is drawn at all, with an age or without.
  private(set) var hasPeople = false
  private(set) var hasMen = false
  private(set) var hasWomen = false
  /// Whether anybody is drawn whose sex nobody knew.
  private(set) var hasOthers = false
  private(set) var hasOlder = false
  /// Whether anybody is here or not depending on their exact age.
  private(set) var hasPerhaps = false
  /// Whether a number stands for the people of a house.
  private(set) var hasCounts = false
  private(set) var hasVacant = false
  private(set) var hasNewlyVacant = false
  private(set) var hasDepending = false
  private(set) var hasUnknown = false
  private(set) var hasMovedIn = false
  /// The same in a unit of a block.
  private(set) var hasMovedIntoUnit = false
  private(set) var hasGone = false
  private(set) var hasAbsent = false
  /// Whether a scenario makes a house differ.
  private(set) var hasMarked = false
  /// Whether the table said what anybody who is here will do.
  private(set) var hasPlans = false
  private(set) var hasShops = false
  private(set) var hasFacilities = false
  /// How ages are written: as years, as decades, as halves of one, as an underlined number.
  private(set) var hasExact = false
  private(set) var hasDecades = false
  private(set) var hasHalves = false
  private(set) var hasUnderlined = false
  /// Whether half a decade is among the underlined numbers.
  private(set) var hasUnderlinedHalves = false

  /// Looks at the given states of a map whose houses are drawn in these details, with ages in this form.
  init(_ model: MapModel, _ details: [Detail], states: [Int], form: AgeForm, language: Language) {
    for (house, detail) in zip(model.houses, details) {
      let isBlock = house.isBlock
      let content = detail.content(of: house)
      if house.kind == .shop { hasShops = true }
      if house.kind == .facility { hasFacilities = true }
      for dwelling in house.dwellings {
        for state in states where state < dwelling.faces.count {
          look(at: dwelling.faces[state], content, isBlock: isBlock)
          guard content == .people || content == .symbols else { continue }
          for row in dwelling.faces[state].rows {
            for person in row {
              look(at: person)
              if content == .people { lookAtAge(of: person, model.audience, form, language) }
            }
          }
        }
      }
    }
  }

  private mutating func look(at face: DwellingFace, _ content: Detail.Content, isBlock: Bool) {
    switch face.shade {
    case .livedIn: if content == .counts { hasCounts = true }
    case .vacant: if !face.isNew { hasVacant = true }
    case .depends: hasDepending = true
    case .unknown: hasUnknown = true
    case .absent: if !face.isGone { hasAbsent = true }
    case .plain, .chance, .turning: break
    }
    if face.isNew { hasNewlyVacant = true }
    if !face.words.isEmpty, face.words == [ChanceWords.somebody] { hasUnknown = true }
    if face.isMovedIn {
      if isBlock { hasMovedIntoUnit = true } else { hasMovedIn = true }
    }
    if face.isGone { hasGone = true }
    if face.isMarked { hasMarked = true }
  }

  private mutating func look(at person: PersonFace) {
    hasPeople = true
    switch person.sex {
    case .male: hasMen = true
    case .female: hasWomen = true
    case .unknown: hasOthers = true
    }
    if person.isOlder { hasOlder = true }
    if person.depends { hasPerhaps = true }
  }

  private mutating func lookAtAge(
    of person: PersonFace, _ audience: Audience, _ form: AgeForm, _ language: Language
  ) {
    hasAged = true
    if person.plan != nil { hasPlans = true }
    switch person.age {
    case .exact: hasExact = true
    case .band(let band, _):
      if PersonSymbol.isUnderlined(person.age, form, language, audience) {
        hasUnderlined = true
        if band.count == 5 { hasUnderlinedHalves = true }
      } else if band.count == 5 {
        hasHalves = true
      } else {
        hasDecades = true
      }
    case .unknown: break
    }
  }
}
