import ArgumentParser
import City
import Diagnostics
import Studio

/// Options of `tenken project` that concern a city's roster.
struct CityOptions: ParsableArguments {
  @Option(help: Guides.baseYear.help, transform: Values.year) var baseYear: Int?
  @Option(help: Guides.onBad.help) var onBad = RosterReader.BadLine.stop
  @Option(help: Guides.rules.help) var rules = CityRequest.Kind.chance
  @Option(help: Guides.only.help, transform: Values.processes) var only: Set<CityProcess>?
  @Option(help: Guides.smallest.help, transform: Values.smallest) var smallest: Int?

  /// What is asked, but for runs, seed, threads and years.
  var request: CityRequest {
    var request = CityRequest()
    request.rules = rules
    request.only = only
    request.smallest = smallest ?? request.smallest
    return request
  }

  /// How the roster is read.
  var reading: RosterFile.Request { RosterFile.Request(baseYear: baseYear, onBadLine: onBad) }

  private var own: [(String, Bool)] {
    [
      ("--base-year", baseYear != nil), ("--only", only != nil), ("--smallest", smallest != nil),
      ("--rules", rules != .chance), ("--on-bad", onBad != .stop),
    ]
  }

  /// Whether any of them was given: then what comes by the pipe is meant to be a roster, whatever is wrong with it.
  var isGiven: Bool { own.contains(where: \.1) }

  /// Options that say nothing to a session are refused, not passed over.
  func refuse(forSessions files: [String], and more: [(String, Bool)] = []) throws(Trouble) {
    // What is not there is told when it is read.
    guard files.allSatisfy({ $0 == "-" || FileIdentity(path: $0) != nil }) else { return }
    guard let name = (own + more).first(where: \.1)?.0 else { return }
    throw Trouble(
      code: "rosters-only",
      Phrase(
        ja: "\(name) は名簿（CSV）にだけ使えます。「\(files.first ?? "-")」は名簿ではありません。",
        en: "\(name) is for rosters (CSV) only, and ‘\(files.first ?? "-")’ is none."),
      hint: Phrase(
        ja: "名簿なら、一行目に列の名前（家,地区,性別,年齢 など）があるか確かめてください。",
        en:
          "If it is meant to be one, see that its first line names the columns (house, district, sex, age …)."
      ), isMisuse: true)
  }
}

extension Trouble {
  /// That an option says nothing to a roster; nil where none of them was given.
  static func optionsOfSessions(_ options: [(name: String, isGiven: Bool)]) -> Trouble? {
    options.first(where: \.isGiven).map { option in
      Trouble(
        code: "sessions-only",
        Phrase(
          ja: "\(option.name) はワークショップの記録（YAML）にだけ使えます。名簿には使えません。",
          en: "\(option.name) is for sessions of workshops (YAML) only; it says nothing to a roster."),
        isMisuse: true)
    }
  }
}

/// The files of a command that takes sessions or a roster.
struct GivenFiles {
  private let files: [String]
  private let isRoster: Bool
  /// What was taken out of the standard input to see what it holds.
  let beginning: [UInt8]

  /// - Parameter isRoster: Whether what comes by the pipe is meant to be a roster.
  init(_ files: [String], isRoster: Bool) throws(Trouble) {
    self.files = files
    self.isRoster = isRoster
    beginning = files.contains("-") ? try RosterFile.beginningOfStandardInput() : []
  }

  /// The roster, which stands by itself; nil where there is none.
  var roster: RosterFile? {
    get throws(Trouble) {
      let rosters = files.compactMap {
        $0 == "-" ? RosterFile(standardInput: beginning, isMeantAsRoster: isRoster) : RosterFile($0)
      }
      guard let roster = rosters.first else { return nil }
      guard files.count == 1 else {
        throw Trouble(
          code: "several-rosters",
          Phrase(
            ja: "名簿は一度に一つだけ、ほかのファイルと一緒にせずに指定してください。",
            en: "A roster stands by itself: name one at a time and no other file."))
      }
      return roster
    }
  }
}

extension RosterReader.BadLine: ExpressibleByArgument {}
extension CityRequest.Kind: ExpressibleByArgument {}

extension Values {
  /// `death,leaving-home,returning`.
  static func processes(_ text: String) throws -> Set<CityProcess> {
    guard text.contains(where: { !",、， ".contains($0) }) else {
      let all = CityProcess.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        Phrase(
          ja: "--only に何も書かれていません。\(all) のどれかを書きます。",
          en: "--only names nothing; it takes any of \(all)."
        ).told)
    }
    return Set(
      try text.split(whereSeparator: { ",、， ".contains($0) }).map { word in
        guard let process = CityProcess(rawValue: String(word)) else {
          let all = CityProcess.allCases.map(\.rawValue).joined(separator: ", ")
          // What sessions know and rosters do not.
          let isOfSessions = ["births", "partnering", "families-a-year", "couples-together"].contains(word)
          let reason =
            isOfSessions
            ? Phrase(
              ja: "結婚や出生、移り住む家族は、名簿の計算には入りません。",
              en: " Partners, births and families that come are not reckoned for rosters.")
            : Phrase(verbatim: "")
          throw ValidationError(
            Phrase(
              ja: "--only には \(all) のどれかを書きます（「\(word)」は使えません）。\(reason.ja)",
              en: "--only takes any of \(all), not '\(word)'.\(reason.en)"
            ).told)
        }
        return process
      })
  }

  /// Houses a district must have to be shown by itself.
  static func smallest(_ text: String) throws -> Int {
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw ValidationError(
        Phrase(
          ja: "--smallest は 1 以上の数です（「\(text)」は使えません）。", en: "--smallest is a number from 1, not '\(text)'."
        ).told)
    }
    return number
  }
}
