import Diagnostics
import Workshop

/// Reads the lines of a roster into a builder. A class, so that no line makes a copy of anything.
final class RosterLines {
  private(set) var builder: RosterBuilder
  private let header: RosterHeader
  private var baseYear: Int?
  private let columns: [Int]
  private let sexes: WordMemo<Sex>
  private let relations: WordMemo<Relation>
  private let kinds: WordMemo<HouseWord>
  private let aways: WordMemo<Bool>
  private let ages: WordMemo<AgeWord>
  private let years: WordMemo<Int>
  /// The district of the line before, which is most often that of the next.
  private var lastDistrict: (key: UInt64, place: Int)?
  private var lastHouse: (name: UInt64, place: Int)?

  enum AgeWord {
    case known(low: Int, width: Int)
    case unknown
  }

  init(_ header: RosterHeader, baseYear: Int?) {
    self.header = header
    self.baseYear = baseYear
    builder = RosterBuilder(baseYear: baseYear ?? 0)
    columns = RosterColumn.allCases.map { header.places[$0] ?? -1 }
    sexes = WordMemo { $0.isEmpty ? .unknown : RosterWords.sexes[$0] }
    relations = WordMemo { $0.isEmpty ? .other : RosterWords.relations[$0] }
    kinds = WordMemo(HouseWord.init)
    let meanings = header.places[.away] != nil ? RosterWords.away : RosterWords.residence
    aways = WordMemo { $0.isEmpty ? false : meanings[$0] }
    ages = WordMemo { word in
      if RosterWords.unknownAges.contains(word) { return .unknown }
      guard let range = RosterWords.age(word), range.upperBound <= Roster.highestAge else { return nil }
      return .known(low: range.lowerBound, width: range.count)
    }
    years = WordMemo { word in
      RosterWords.unknownAges.contains(word) ? Int.min : RosterWords.birthYear(word)
    }
  }

  /// Reads a line.
  func read(_ record: RosterRecord, _ fields: [RecordScanner.Field]) throws(RosterSlip) {
    if fields.count != header.count { try checkCount(record, fields) }
    if baseYear == nil || columns[RosterColumn.baseYear.rawValue] >= 0 { try readBaseYear(record, fields) }
    let kind = try value(.kind, record, fields, kinds) ?? HouseWord()
    let hasPerson =
      !isEmpty(.sex, fields) || !isEmpty(.age, fields) || !isEmpty(.born, fields)
      || !isEmpty(.relation, fields)
    if kind.isWithoutPeople == hasPerson { try tellPeople(kind, record, fields) }
    // Everything is read before anything is kept, so that a bad line leaves no trace.
    let sex = try value(.sex, record, fields, sexes) ?? .unknown
    let relation = try value(.relation, record, fields, relations) ?? .other
    let whereabouts: RosterColumn = columns[RosterColumn.away.rawValue] >= 0 ? .away : .residence
    let isAway = try value(whereabouts, record, fields, aways) ?? false
    let age = try age(record, fields)
    let (districtKey, name) = try names(record, fields)
    let place = try house(name, district: districtKey, kind: kind, record, fields)
    guard hasPerson else { return }
    let traits = PersonTraits(sex: sex, relation: relation, isAway: isAway)
    switch age {
    case .unknown: builder.add(to: place, age: nil, traits: traits)
    case .known(let low, let width): builder.add(to: place, age: low, width: width, traits: traits)
    }
  }

  /// All that is wrong with the values of a line that could not be read, from left to right; `first` is what stopped it.
  func slips(_ record: RosterRecord, _ fields: [RecordScanner.Field], first: RosterSlip) -> [RosterSlip] {
    guard fields.count >= header.count else { return [first] }
    var slips = [first]
    func look(_ read: () throws(RosterSlip) -> Void) {
      do throws(RosterSlip) {
        try read()
      } catch {
        if !slips.contains(where: { $0.offset == error.offset }) { slips.append(error) }
      }
    }
    look { () throws(RosterSlip) in _ = try value(.kind, record, fields, kinds) }
    look { () throws(RosterSlip) in _ = try value(.sex, record, fields, sexes) }
    look { () throws(RosterSlip) in _ = try value(.relation, record, fields, relations) }
    look { () throws(RosterSlip) in _ = try value(.away, record, fields, aways) }
    look { () throws(RosterSlip) in _ = try value(.residence, record, fields, aways) }
    look { () throws(RosterSlip) in _ = try statedAge(record, fields) }
    // Without a base year a year of birth tells no age.
    if baseYear != nil, !isEmpty(.born, fields), let born = field(.born, fields) {
      look { () throws(RosterSlip) in _ = try ageOfBirth(record, born) }
    }
    look { () throws(RosterSlip) in _ = try name(.district, record, fields, onto: DrawName.start) }
    look { () throws(RosterSlip) in _ = try name(.house, record, fields, onto: DrawName.start) }
    return slips.sorted { $0.offset < $1.offset }
  }

  // MARK: Values

  private func field(_ column: RosterColumn, _ fields: [RecordScanner.Field]) -> RecordScanner.Field? {
    let place = columns[column.rawValue]
    return place >= 0 ? fields[place] : nil
  }

  private func isEmpty(_ column: RosterColumn, _ fields: [RecordScanner.Field]) -> Bool {
    field(column, fields).map { $0.start == $0.end } ?? true
  }

  private func value<Value>(
    _ column: RosterColumn, _ record: RosterRecord, _ fields: [RecordScanner.Field],
    _ memo: WordMemo<Value>
  ) throws(RosterSlip) -> Value? {
    guard let field = field(column, fields) else { return nil }
    return try value(column, at: field, record, memo)
  }

  private func value<Value>(
    _ column: RosterColumn, at field: RecordScanner.Field, _ record: RosterRecord, _ memo: WordMemo<Value>
  ) throws(RosterSlip) -> Value {
    if let value = memo.value(of: record, field) { return value }
    let text = record.text(field)
    throw RosterSlip(
      at: field.start, length: text.count, code: "roster-\(column.names[1])",
      Phrase(
        ja: "\(column.label.ja)「\(text)」は読み取れません。", en: "The \(column.label.en) “\(text)” cannot be read."),
      hint: column.examples)
  }

  private func age(
    _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) -> AgeWord {
    let stated = try statedAge(record, fields)
    guard !isEmpty(.born, fields), let field = field(.born, fields),
      let age = try ageOfBirth(record, field)
    else { return stated }
    guard case .known(let low, let width) = stated else { return .known(low: age, width: 1) }
    // Registers are mostly of a day in the base year, on which the birthday may be yet to come.
    guard low <= age, age <= low + width else {
      let text = record.text(field)
      throw RosterSlip(
        at: field.start, length: text.count, code: "roster-birth-year",
        Phrase(
          ja: "生年「\(text)」なら基準年（\(baseYear ?? 0)）に\(age)歳ですが、年齢は「\(ageText(record, fields))」と書かれています。",
          en:
            "Born in “\(text)” they are \(age) in the base year, \(baseYear ?? 0), but the age says “\(ageText(record, fields))”."
        ),
        hint: Phrase(
          ja: "どちらかを直すか、空欄にしてください。", en: "Mend one of them, or leave one empty."))
    }
    return .known(low: age, width: 1)
  }

  private func ageText(_ record: RosterRecord, _ fields: [RecordScanner.Field]) -> String {
    field(.age, fields).map { record.text($0) } ?? ""
  }

  /// What the column of ages says.
  private func statedAge(
    _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) -> AgeWord {
    guard !isEmpty(.age, fields), let field = field(.age, fields) else { return .unknown }
    // Nearly always one or two digits.
    if let age = record.digits(field), age <= Roster.highestAge { return .known(low: age, width: 1) }
    return try value(.age, record, fields, ages) ?? .unknown
  }

  /// The age at the end of the base year of somebody born so; nil where the birth is said to be unknown.
  private func ageOfBirth(_ record: RosterRecord, _ field: RecordScanner.Field) throws(RosterSlip) -> Int? {
    var said = record.digits(field)
    if said == nil { said = try value(.born, at: field, record, years) }
    guard let year = said, year != .min else { return nil }
    let age = (baseYear ?? 0) - year
    guard (0...Roster.highestAge).contains(age) else {
      let text = record.text(field)
      throw RosterSlip(
        at: field.start, length: text.count, code: "roster-birth-year",
        age < 0
          ? Phrase(
            ja: "生年「\(text)」は基準年（\(baseYear ?? 0)）より後です。",
            en: "The birth year “\(text)” is after the base year, \(baseYear ?? 0).")
          : Phrase(
            ja: "生年「\(text)」では、基準年（\(baseYear ?? 0)）に\(age)歳になります。",
            en: "Born in “\(text)” they would be \(age) in the base year, \(baseYear ?? 0)."))
    }
    return age
  }

  private func readBaseYear(
    _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) {
    guard let field = field(.baseYear, fields) else { return }
    let text = record.text(field)
    guard let year = record.digits(field) ?? RosterWords.birthYear(RosterWords.folded(text)),
      (1900...2300).contains(year)
    else {
      throw RosterSlip(
        at: field.start, length: text.count, code: "roster-base-year",
        Phrase(ja: "基準年「\(text)」は読み取れません。", en: "The base year “\(text)” cannot be read."))
    }
    guard let known = baseYear else {
      baseYear = year
      builder = RosterBuilder(baseYear: year)
      return
    }
    guard year == known else {
      throw RosterSlip(
        at: field.start, length: text.count, code: "roster-base-year",
        Phrase(
          ja: "基準年が\(year)ですが、この名簿は\(known)年のものです。",
          en: "The base year is \(year) here, but the roster is of \(known)."))
    }
  }

  // MARK: Houses

  private func names(
    _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) -> (district: UInt64, house: UInt64) {
    let district = try name(.district, record, fields, onto: DrawName.start)
    // As a session's `map/house`; where the district's own name has a stroke, another sign parts the two, so that
    // district 1/2 with house 3 is not district 1 with house 2/3.
    let house = try name(
      .house, record, fields, onto: DrawName.adding(district.hasStroke ? 0x1F : 0x2F, to: district.name))
    return (district.name, house.name)
  }

  private func name(
    _ column: RosterColumn, _ record: RosterRecord, _ fields: [RecordScanner.Field], onto start: UInt64
  ) throws(RosterSlip) -> (name: UInt64, hasStroke: Bool) {
    guard let field = field(column, fields), field.start < field.end else {
      throw missing(column, record, fields)
    }
    var name = start
    var bits: UInt8 = 0
    var hasStroke = false
    // Whether something in it may be written in another way by whoever types the next line: a full-width letter, digit or
    // sign (EF BC … to EF BD …), a blank that is none of the keyboard's (E3 80 80, C2 A0, 09), or one before a quote.
    var isLoose =
      field.hasDoubledQuotes || record.bytes[field.start] == 0x20 || record.bytes[field.end - 1] == 0x20
    for index in field.start..<field.end {
      let byte = record.bytes[index]
      bits |= byte
      hasStroke = hasStroke || byte == 0x2F
      isLoose =
        isLoose || byte == 0xEF || byte == 0x09
        || byte == 0x80 && index >= field.start + 2 && record.bytes[index - 1] == 0x80
          && record.bytes[index - 2] == 0xE3
        || byte == 0xA0 && index > field.start && record.bytes[index - 1] == 0xC2
      name = DrawName.adding(byte, to: name)
    }
    if bits >= 0x80 && !RosterEncoding.isUTF8(record.bytes[field.start..<field.end]) {
      throw RosterSlip(
        at: field.start, code: "roster-encoding",
        Phrase(
          ja: "\(column.label.ja)に UTF-8 の文字として読めない部分があります。",
          en: "The \(column.label.en) cannot be read as UTF-8 text."))
    }
    guard isLoose else { return (name, hasStroke) }
    // １丁目 and 1丁目 are one district, and draw the same.
    let text = RosterWords.narrow(record.text(field))
    guard !text.isEmpty else { throw missing(column, record, fields) }
    return (DrawName.adding(text.utf8, to: start), text.utf8.contains(0x2F))
  }

  private func missing(
    _ column: RosterColumn, _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) -> RosterSlip {
    let place = columns[column.rawValue]
    return RosterSlip(
      at: place >= 0 ? fields[place].start : record.start, code: "roster-\(column.names[1])",
      Phrase(ja: "\(column.label.ja)が書かれていません。", en: "The \(column.label.en) is missing."))
  }

  private func house(
    _ name: UInt64, district key: UInt64, kind: HouseWord, _ record: RosterRecord,
    _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) -> Int {
    let place: Int
    if let last = lastHouse, last.name == name {
      place = last.place
    } else {
      if lastDistrict?.key != key {
        let text = field(.district, fields).map { record.text($0) } ?? ""
        lastDistrict = (key, builder.district(name: text, key: key))
      }
      let before = builder.houseCount
      place = builder.house(name, district: lastDistrict?.place ?? 0)
      lastHouse = (name, place)
      if place == before {
        builder[house: place] = kind.houseTraits
        return place
      }
    }
    let known = builder[house: place]
    if known.contains(.statedWithoutPeople) || kind.isWithoutPeople {
      throw RosterSlip(
        at: field(.house, fields)?.start ?? record.start, code: "roster-house-twice",
        Phrase(
          ja: "この家は、別の行では\(known.contains(.statedWithoutPeople) ? "空き家（または不明）" : "人が住んでいる家")と書かれています。",
          en: known.contains(.statedWithoutPeople)
            ? "Another line says that this house is vacant or unknown."
            : "Another line says that somebody lives in this house."))
    }
    guard kind.isStated else { return place }
    // Of the lines of a house one may tell its kind for all; two that tell different ones cannot both be right.
    guard !known.contains(.statedKind) || known == kind.houseTraits else {
      throw RosterSlip(
        at: field(.kind, fields)?.start ?? record.start, code: "roster-kind-twice",
        Phrase(
          ja: "この家の種類は、別の行では違うことばで書かれています。",
          en: "Another line says that this house is of another kind."),
        hint: Phrase(
          ja: "一つの家の行には同じ種類を書くか、一行だけに書いてください。",
          en: "Write the same kind in all lines of a house, or in one of them only."))
    }
    builder[house: place] = kind.houseTraits
    return place
  }

  // MARK: What does not fit

  private func checkCount(_ record: RosterRecord, _ fields: [RecordScanner.Field]) throws(RosterSlip) {
    // Spreadsheets leave empty cells at the end.
    if fields.count > header.count, fields[header.count...].allSatisfy({ $0.start == $0.end }) { return }
    throw RosterSlip(
      at: fields.last?.start ?? record.start, code: "roster-fields",
      Phrase(
        ja: "この行には値が\(fields.count)個ありますが、見出しは\(header.count)個です。",
        en: "This line has \(fields.count) values, but there are \(header.count) columns."))
  }

  private func tellPeople(
    _ kind: HouseWord, _ record: RosterRecord, _ fields: [RecordScanner.Field]
  ) throws(RosterSlip) {
    if kind.isWithoutPeople {
      throw RosterSlip(
        at: field(.kind, fields)?.start ?? record.start, code: "roster-kind",
        Phrase(
          ja: "空き家（または不明）と書かれた行に、人のことが書かれています。",
          en: "A line of a vacant or unknown house tells of a person."))
    }
    throw RosterSlip(
      at: field(.sex, fields)?.start ?? record.start, code: "roster-nobody",
      Phrase(
        ja: "この行には、性別も年齢も続柄も書かれていません。", en: "This line has no sex, no age and no relation."),
      hint: Phrase(
        ja: "人のいない家なら、種別に「空き家」と書きます。", en: "For a house without people write “vacant” as its kind."))
  }
}

extension HouseTraits {
  /// A line said that nobody known lives here; only for reading.
  static let statedWithoutPeople = HouseTraits(rawValue: 16)
  /// A line said of what kind it is; only for reading.
  static let statedKind = HouseTraits(rawValue: 32)
}

extension HouseWord {
  /// What a house is of which this was said.
  fileprivate var houseTraits: HouseTraits {
    traits.union(isWithoutPeople ? .statedWithoutPeople : []).union(isStated ? .statedKind : [])
  }
}
