import Diagnostics
import Foundation
import Picture

/// The two files of BIZ UDPGothic, the universal-design typeface of Japanese city offices.
///
/// They are named one by one, so that no other typeface of the machine can change a picture, and no cache of
/// typefaces has to be written anywhere.
struct FontFiles: Hashable {
  static let family = "BIZ UDPGothic"
  /// The names it goes by: fontconfig answers with the one in the user's language.
  static let families: Set<String> = [family, "BIZ UDPゴシック"]

  var regular: String
  var bold: String

  static func name(_ weight: Weight) -> String {
    switch weight {
    case .regular: "BIZUDPGothic-Regular.ttf"
    case .bold: "BIZUDPGothic-Bold.ttf"
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
