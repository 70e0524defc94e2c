import Diagnostics
import Foundation

/// The language in which the command line speaks.
///
/// `--lang` decides; else the environment does, in the order that POSIX gives its variables, with one of Tenken's own
/// before them. Japanese wherever the locale says so, English everywhere else, in the C locale too.
enum Tongue {
  /// The language of the run at hand. The texts of options are made while arguments are parsed, where nothing can be
  /// handed down to them.
  @TaskLocal static var current = Language.en

  /// The variables that are asked, the first that is set and not empty deciding.
  static let variables = ["TENKEN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

  /// The language that `environment` asks for.
  static func preferred(in environment: [String: String]) -> Language {
    let locale = variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let name = locale.lowercased()
    return name == "ja" || name.hasPrefix("ja_") || name.hasPrefix("ja-") || name.hasPrefix("ja.")
      || name == "japanese"
      ? .ja : .en
  }

  /// What `--lang` on a command line comes to.
  enum Choice: Equatable {
    /// Not given.
    case none
    /// Given.
    case language(Language)
    /// Given without a value.
    case missing
    /// Given with a word that is no language.
    case unknown(String)
  }

  /// Takes `--lang` out of `arguments`, wherever it stands: it holds for the whole run, help and errors included.
  static func extract(from arguments: inout [String]) -> Choice {
    var choice = Choice.none
    var rest: [String] = []
    var index = arguments.startIndex
    while index < arguments.endIndex {
      let argument = arguments[index]
      if argument == "--" {
        rest += arguments[index...]
        break
      }
      if argument == "--lang" {
        guard index + 1 < arguments.endIndex else {
          choice = .missing
          break
        }
        choice = Self.choice(arguments[index + 1])
        index += 2
        continue
      }
      if argument.hasPrefix("--lang=") {
        choice = Self.choice(String(argument.dropFirst("--lang=".count)))
      } else {
        rest.append(argument)
      }
      index += 1
    }
    arguments = rest
    return choice
  }

  private static func choice(_ word: String) -> Choice {
    Language(rawValue: word.lowercased()).map { .language($0) } ?? .unknown(word)
  }
}

extension Phrase {
  /// The wording in the language of the run at hand.
  var told: String { self(in: Tongue.current) }
}
