/// The fixed names of everything that can be found in a session file; docs/session-file.en.md explains each.
enum FindingCode: String, CaseIterable {
  // The file itself.
  case tooLarge = "too-large"
  case emptyFile = "empty-file"
  case notText = "not-text"
  case byteOrderMark = "byte-order-mark"
  case wrongEncoding = "wrong-encoding"
  case invalidUTF8 = "invalid-utf8"
  case controlCharacter = "control-character"
  // Its grammar.
  case syntax
  case tab
  case wideSpaceIndent = "wide-space-indent"
  case unclosedQuote = "unclosed-quote"
  case unclosedBracket = "unclosed-bracket"
  case indentation
  case missingColon = "missing-colon"
  case unexpectedColon = "unexpected-colon"
  case reservedCharacter = "reserved-character"
  case tag
  case unknownAlias = "unknown-alias"
  case tooManyAliases = "too-many-aliases"
  case tooDeep = "too-deep"
  case severalDocuments = "several-documents"
  case duplicateKey = "duplicate-key"
  case badKey = "bad-key"
  // Keys and values.
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case missingValue = "missing-value"
  case wrongType = "wrong-type"
  case badValue = "bad-value"
  case unknownWord = "unknown-word"
  case formatVersion = "format-version"
  case badDate = "bad-date"
  case badHorizon = "bad-horizon"
  case duplicateHorizon = "duplicate-horizon"
  case badID = "bad-id"
  case duplicateID = "duplicate-id"
  case keysExcludeEachOther = "keys-exclude-each-other"
  case emptyList = "empty-list"
  case tooManyFindings = "too-many-findings"
  // People.
  case missingSign = "missing-sign"
  case badAge = "bad-age"
  case strayNumber = "stray-number"
  case doubtfulOccupation = "doubtful-occupation"
  case bornLater = "born-later"
  case childOlderThanParent = "child-older-than-parent"
  case childCloseInAge = "child-close-in-age"
  case unclearRelation = "unclear-relation"
  // What will happen.
  case badYear = "bad-year"
  case planInThePast = "plan-in-the-past"
  case planBeyondHorizons = "plan-beyond-horizons"
  case contradictingPlans = "contradicting-plans"
  case returnsWithoutLeaving = "returns-without-leaving"
  // Houses and the sheet.
  case unitsElsewhere = "units-elsewhere"
  case noUnits = "no-units"
  case movesIntoUnknown = "moves-into-unknown"
  case offTheSheet = "off-the-sheet"
  case onTopOfEachOther = "on-top-of-each-other"
  case unknownRoad = "unknown-road"
  case unknownHouse = "unknown-house"
  case unknownPerson = "unknown-person"
  case ambiguousReference = "ambiguous-reference"
  case tooFewPoints = "too-few-points"
  case inTwoRows = "in-two-rows"
  case pointAndRow = "point-and-row"
  case nowherePlaced = "nowhere-placed"
  case rowsOverlap = "rows-overlap"
  // The map as a whole.
  case noHouses = "no-houses"
  case noActions = "no-actions"
  case emptyScenario = "empty-scenario"
  // Chances.
  case overlappingAges = "overlapping-ages"
  case ruleWithoutEffect = "rule-without-effect"
  case emptyMeasure = "empty-measure"
  // What is printed beside the maps.
  case markup
  case emptyPart = "empty-part"
  case stepsDiffer = "steps-differ"
  case tooManyAnswers = "too-many-answers"
  case totalsDiffer = "totals-differ"
}
