import Diagnostics
import Foundation
import Picture

/// The files of BIZ UDPGothic, the universal-design typeface of Japanese city offices, and of its sister with
/// half-width figures.
///
/// They are named one by one, so that no other typeface of the machine can change a picture, and no cache of
/// typefaces has to be written anywhere.
struct FontFiles: Hashable {
  var regular: String
  var bold: String
  /// Comes in the same package; numbers in symbols are set in the regular face where it is missing.
  var figures: String?

  var all: [String] { [regular, bold] + (figures.map { [$0] } ?? []) }

  /// The names the family goes by: fontconfig answers with the one in the user's language.
  static func families(_ weight: Weight) -> Set<String> {
    switch weight {
    case .regular, .bold: ["BIZ UDPGothic", "BIZ UDPゴシック"]
    case .figures: ["BIZ UDGothic", "BIZ UDゴシック"]
    }
  }

  static func family(_ weight: Weight) -> String {
    switch weight {
    case .regular, .bold: "BIZ UDPGothic"
    case .figures: "BIZ UDGothic"
    }
  }

  static func name(_ weight: Weight) -> String {
    switch weight {
    case .regular: "BIZUDPGothic-Regular.ttf"
    case .bold: "BIZUDPGothic-Bold.ttf"
    case .figures: "BIZUDGothic-Regular.ttf"
    }
  }

  /// Looks into `folders` in turn, first at their top, then deeper.
  init(in folders: [String]) throws(BackendError) {
    guard
      let regular = Self.find(Self.name(.regular), in: folders),
      let bold = Self.find(Self.name(.bold), in: folders)
    else { throw Self.missing }
    self.regular = regular
    self.bold = bold
    figures = Self.find(Self.name(.figures), in: folders)
  }

  /// Where systems keep typefaces; those put beside the program come first.
  static func usualFolders(beside resources: ResourceFolder, home: String = NSHomeDirectory()) -> [String] {
    [
      resources.fonts,
      "/usr/share/fonts/truetype/bizud-gothic",
      home + "/.local/share/fonts", home + "/.fonts",
      home + "/Library/Fonts", "/Library/Fonts",
      "/usr/local/share/fonts", "/opt/homebrew/share/fonts", "/usr/share/fonts",
    ]
  }

  private static func find(_ name: String, in folders: [String]) -> String? {
    let files = FileManager.default
    for folder in folders {
      let direct = folder + "/" + name
      if files.isReadableFile(atPath: direct) { return direct }
    }
    for folder in folders {
      // Sorted, so that of two copies the same one is taken every time.
      let found = files.enumerator(atPath: folder)?.compactMap { $0 as? String }
        .filter { ($0 as NSString).lastPathComponent == name }.min()
      if let found { return folder + "/" + found }
    }
    return nil
  }

  static var missing: BackendError {
    BackendError(
      .font,
      Phrase(
        ja: "書体「BIZ UDPゴシック」が見つかりません。地図の文字はこの書体で描きます。",
        en: "The typeface BIZ UDPGothic was not found. All text on the maps is set in it."),
      hint: Phrase(
        ja: "Debian・Ubuntu では sudo apt-get install fonts-morisawa-bizud-gothic、"
          + "macOS では brew install --cask font-biz-udpgothic で入ります。",
        en: "Install it with sudo apt-get install fonts-morisawa-bizud-gothic on Debian or Ubuntu, "
          + "or brew install --cask font-biz-udpgothic on macOS."))
  }
}
