import CairoBackend
import Diagnostics
import Foundation
import Projection
import SessionFile
import Workshop

/// The chance rules of a session: the rates that come with Tenken, the session's own, and the files it names.
public struct ChanceRuleBook: Sendable {
  /// The session.
  public let session: Session
  /// The rates to choose from.
  public let rateLibrary: RateLibrary

  /// Reads every file of rates that the session needs.
  ///
  /// - Throws: A finding for every file that is missing or is none of rates, with its own line and column.
  public init(_ checked: CheckedSession) throws(Trouble) {
    session = checked.session
    var rateLibrary = try Self.standard()
    var findings: [Finding] = []
    for use in Self.uses(in: checked.session) {
      do throws(Trouble) {
        try rateLibrary.read(use, beside: checked.input)
      } catch {
        findings += error.findings.filter { !findings.contains($0) }
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    self.rateLibrary = rateLibrary
  }

  /// The rules in force for a map, in a scenario or not.
  public func settings(for map: TableMap, scenario: Scenario? = nil) -> ChanceSettings {
    ChanceSettings(rateLibrary: rateLibrary, session: session.rules, map: map.rules, scenario: scenario)
  }

  /// The same where nobody new comes to live in a house and none is taken down: who goes is all that is asked.
  func settingsWithNobodyNew(for map: TableMap, scenario: Scenario? = nil) -> ChanceSettings {
    var last = ChanceChanges()
    (last.letting, last.filling, last.demolition, last.familiesAYear) = (.off, .off, .off, 0)
    return ChanceSettings(
      rateLibrary: rateLibrary, session: session.rules, map: map.rules, scenario: scenario, last: last)
  }

  /// The rates of `Assets/rates`.
  static func standard() throws(Trouble) -> RateLibrary {
    let folder: ResourceFolder
    do throws(BackendError) {
      folder = try ResourceFolder.find()
    } catch {
      throw Trouble([error.finding])
    }
    var path = ""
    do {
      return try RateLibrary { name in
        path = folder.assets + "/rates/" + name
        return FileIdentity(path: path) == nil
          ? nil : String(decoding: try InputReader.bytes(of: path, limit: RateUse.largest), as: UTF8.self)
      }
    } catch let trouble as RateFile.Trouble {
      throw Trouble([trouble.finding(in: path)])
    } catch {
      throw Trouble(
        code: "cannot-read", Phrase(ja: "「\(path)」を読めません。", en: "‘\(path)’ cannot be read."))
    }
  }

  /// Whether the session names files of rates of its own.
  static func namesFiles(_ session: Session) -> Bool { !uses(in: session).isEmpty }

  /// The files that the session, its maps and its scenarios name, with what each is used for.
  private static func uses(in session: Session) -> [RateUse] {
    let layers =
      [session.rules.chance] + session.maps.map(\.rules.chance) + session.scenarios.map(\.rules.chance)
    return layers.flatMap { layer -> [RateUse] in
      let rates: [(ChanceItem, RateChange?)] = [
        (.death, layer.death), (.leavingHome, layer.leavingHome), (.returning, layer.returning),
        (.care, layer.care), (.partnering, layer.partnering), (.births, layer.births),
      ]
      return rates.flatMap { item, change in
        (change?.files ?? []).map { RateUse(file: $0, item: item) }
      }
    }
  }
}

extension CheckResult {
  /// The same with everything that is wrong with the files of rates that the session names.
  public func readingRates() -> CheckResult {
    guard let checked, ChanceRuleBook.namesFiles(checked.session) else { return self }
    var result = self
    do throws(Trouble) {
      _ = try ChanceRuleBook(checked)
    } catch {
      result.findings += error.findings
    }
    return result
  }
}

extension RateChange {
  /// The files it names.
  fileprivate var files: [RateFileName] {
    switch self {
    case .file(let file): [file]
    case .bySex(let male, let female): [male, female].compactMap { $0 }.flatMap(\.files)
    case .table, .off, .rule, .rates: []
    }
  }
}

/// A file of rates, and what it is used for.
private struct RateUse {
  var file: RateFileName
  var item: ChanceItem

  /// In bytes; a table by single years of age takes a few thousand.
  static let largest = 1 << 20
}

extension RateLibrary {
  /// Reads a file that lies beside `input`, unless its path says otherwise.
  fileprivate mutating func read(_ use: RateUse, beside input: Input) throws(Trouble) {
    let path = use.file.path
    let folder = input.isStandardInput ? "" : (input.name as NSString).deletingLastPathComponent
    let full = path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputReader.bytes(of: full, limit: RateUse.largest)
    } catch {
      throw Trouble([
        Finding(
          .error, code: "no-rates", at: use.file.place,
          Phrase(
            ja: "率のファイル「\(full)」を読めません。\(error.reason.ja)。",
            en: "The file of rates ‘\(full)’ cannot be read: \(error.reason.en)."),
          hint: Phrase(
            ja: "名前は、この記録ファイルのあるフォルダーから見て書きます。", en: "Its name is seen from the session file's folder."))
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Trouble([
        Finding(
          .error, code: "bad-rates", at: Place(file: full, line: 1, column: 1),
          Phrase(
            ja: "文字の書き方（文字コード）が UTF-8 ではないので読めません。", en: "It cannot be read, for it is not saved as UTF-8."),
          hint: Phrase(
            ja: "表計算ソフトで「CSV UTF-8」として保存し直してください。", en: "Save it as “CSV UTF-8” from the spreadsheet."))
      ])
    }
    do throws(RateFile.Trouble) {
      try add(try RateFile(text), path: path, for: use.item)
    } catch {
      throw Trouble([error.finding(in: full)])
    }
  }
}

extension RateFile.Trouble {
  /// As a finding in the file at `path`.
  fileprivate func finding(in path: String) -> Finding {
    Finding(
      .error, code: "bad-rates", at: Place(file: path, line: line, column: column, length: length), message,
      hint: Phrase(
        ja: "「sex,from,to,chance」の見出しの下に「female,65,69,0.001」のように書きます。docs/session-file.md の「確率」をご覧ください。",
        en:
          "Under the names sex,from,to,chance come rows such as female,65,69,0.001; see Chances in docs/session-file.en.md."
      ))
  }
}
