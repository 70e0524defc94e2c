import CairoBackend
import Diagnostics
import Foundation
import Layout
import Workshop

/// The users' own pictures that a session names, made known to a renderer.
struct SessionPictures {
  /// The names under which the renderer knows them, by the paths in the file.
  private(set) var names: [String: String] = [:]
  /// What could not be read.
  private(set) var findings: [Finding] = []
  /// What is written in them, seen or unseen.
  private(set) var words: [PictureWords] = []

  init(_ checked: CheckedSession, renderer: Renderer) {
    for path in Self.paths(in: checked.session.publication) where names[path] == nil {
      let name = "picture-\(names.count + 1)"
      do throws(PictureFault) {
        let bytes = try Self.read(path, of: checked)
        try renderer.add(picture: name, bytes: bytes)
        names[path] = name
        words.append(
          try PictureWords(bytes, called: path, file: Self.file(path, of: checked)))
      } catch {
        findings.append(Self.finding(.error, error, path, checked))
      }
    }
  }

  /// The bytes of a picture.
  ///
  /// - Throws: ``CairoBackend/PictureFault/unreadable`` where there is no such file; ``finding`` tells the two apart.
  fileprivate static func read(_ path: String, of checked: CheckedSession) throws(PictureFault) -> [UInt8] {
    do throws(SystemError) {
      return try InputReader.bytes(of: file(path, of: checked), limit: PictureFault.mostBytes)
    } catch {
      throw error.number == EFBIG ? .tooManyBytes : .unreadable
    }
  }

  /// What is told of a picture, where the session file names it.
  fileprivate static func finding(
    _ severity: Severity, _ fault: PictureFault, _ path: String, _ checked: CheckedSession
  ) -> Finding {
    let at = place(of: path, checked)
    if path.contains("://") {
      return Finding(
        severity, code: "missing-picture", at: at,
        Phrase(ja: "「\(path)」は、この機械の中のファイルではありません。", en: "‘\(path)’ is no file on this machine."),
        hint: Phrase(
          ja: "インターネット上の絵は取りに行きません。保存して、記録ファイルのそばに置き、そのファイルの名前を書いてください。",
          en:
            "Nothing is fetched from the web. Save the picture beside the session file and write the file's name."
        ))
    }
    guard FileManager.default.fileExists(atPath: file(path, of: checked)) else {
      return Finding(
        severity, code: "missing-picture", at: at,
        Phrase(ja: "「\(path)」という絵は見つかりません。", en: "There is no picture ‘\(path)’."),
        hint: Phrase(
          ja: "絵の場所は、この記録ファイルから見て書きます。地図は絵がなくても描けますが、ニュースレターとペルソナは作れません。",
          en:
            "Pictures are named as seen from this session file. Maps can be drawn without it; newsletters and persona sheets cannot."
        ))
    }
    return Finding(severity, code: "bad-picture", at: at, fault.message(path), hint: fault.hint)
  }

  /// Where a picture lies: seen from the session file.
  static func file(_ path: String, of checked: CheckedSession) -> String {
    let folder =
      checked.input.isStandardInput ? "." : (checked.input.name as NSString).deletingLastPathComponent
    return path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  /// Where the session file names a picture, the first time.
  static func place(of path: String, _ checked: CheckedSession) -> Diagnostics.Place? {
    guard let source = checked.source else { return nil }
    for number in 1...max(1, source.lineCount) {
      guard let line = source.line(number), let range = line.range(of: path) else { continue }
      if line.first(where: { !$0.isWhitespace }) == "#" { continue }
      return Diagnostics.Place(
        file: source.file, line: number,
        column: line.distance(from: line.startIndex, to: range.lowerBound) + 1, length: path.count)
    }
    return nil
  }

  static func paths(in publication: Publication) -> [String] {
    let portraits = publication.personas.compactMap { persona -> String? in
      if case .file(let path) = persona.portrait { path } else { nil }
    }
    return portraits + publication.greetings.compactMap(\.portrait)
      + publication.votes.flatMap { $0.entries.compactMap(\.picture) }
  }
}

extension CheckResult {
  /// The same with a warning for every picture that is not there or cannot be printed. Maps can be drawn without them,
  /// pages cannot: it is better known before.
  public func lookingForPictures() -> CheckResult {
    guard let checked else { return self }
    var result = self
    var seen: Set<String> = []
    let paths = SessionPictures.paths(in: checked.session.publication)
    guard !paths.isEmpty else { return self }
    let gate = PrivacyGate(for: checked.session)
    for path in paths where seen.insert(path).inserted {
      do throws(PictureFault) {
        let bytes = try SessionPictures.read(path, of: checked)
        try PictureCheck.check(bytes)
        let words = try PictureWords(bytes, called: path, file: SessionPictures.file(path, of: checked))
        let hits = gate.hits(in: words) { PrintedWords.all(in: checked.session.language) }
        result.findings += hits.findings(checked) { _ in false }.asWarnings
      } catch {
        result.findings.append(SessionPictures.finding(.warning, error, path, checked))
      }
    }
    return result
  }
}
