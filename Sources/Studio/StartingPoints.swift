import Diagnostics
import SessionFile

/// What a user starts from.
public enum StartingPoints {
  /// A session file with comments that explain it, in `language`.
  public static func sessionFile(in language: Language) -> String { SessionTemplate.text(in: language) }

  /// The JSON Schema by which editors complete and check session files.
  public static var schema: String { SessionSchema.text }
}
