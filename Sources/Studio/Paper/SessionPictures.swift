import CairoBackend
import Diagnostics
import Foundation
import Workshop

/// The users' own pictures that a session names, made known to a renderer.
struct SessionPictures {
  /// The names under which the renderer knows them, by the paths in the file.
  private(set) var names: [String: String] = [:]
  /// What could not be read.
  private(set) var findings: [Finding] = []

  init(_ checked: CheckedSession, renderer: Renderer) {
    for path in Self.paths(in: checked.session.publication) where names[path] == nil {
      let place = Self.file(path, of: checked)
      let name = "picture-\(names.count + 1)"
      do throws(Trouble) {
        let picture = try InputReader.read(place)
        do throws(BackendError) {
          try renderer.add(picture: name, bytes: picture.bytes)
          names[path] = name
        } catch {
          findings.append(
            Finding(
              .error, code: "bad-picture", at: Self.place(of: path, checked),
              Phrase(ja: "「\(path)」は絵として読めません。", en: "‘\(path)’ cannot be read as a picture."),
              hint: Phrase(
                ja: "SVG、PNG、JPEG のどれかで保存し直してください。", en: "Save it again as SVG, PNG or JPEG.")))
        }
      } catch {
        findings += error.findings.map { finding in
          var placed = finding
          placed.place = Self.place(of: path, checked)
          return placed
        }
      }
    }
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
  /// The same with a warning for every picture that is not there. Maps can be drawn without them, pages cannot: it is
  /// better known before.
  public func lookingForPictures() -> CheckResult {
    guard let checked else { return self }
    var result = self
    var seen: Set<String> = []
    for path in SessionPictures.paths(in: checked.session.publication) where seen.insert(path).inserted {
      let file = SessionPictures.file(path, of: checked)
      guard !FileManager.default.fileExists(atPath: file) else { continue }
      result.findings.append(
        Finding(
          .warning, code: "missing-picture", at: SessionPictures.place(of: path, checked),
          Phrase(ja: "「\(path)」という絵は見つかりません。", en: "There is no picture ‘\(path)’."),
          hint: Phrase(
            ja: "絵の場所は、この記録ファイルから見て書きます。地図はこのままで描けますが、ニュースレターとペルソナは作れません。",
            en:
              "Pictures are named as seen from this session file. Maps can be drawn without it; newsletters and persona sheets cannot."
          )))
    }
    return result
  }
}
