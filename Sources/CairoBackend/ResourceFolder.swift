import Diagnostics
import Foundation

/// Where `Assets` and `Templates` are, whatever the working folder and wherever the program is installed.
public struct ResourceFolder: Sendable, Hashable {
  /// The folder that holds them.
  public let path: String

  /// A folder that is known to hold `Assets`.
  ///
  /// - Throws: `resources-missing` where it does not.
  public init(path: String) throws(BackendError) {
    guard Self.holdsAssets(path) else {
      throw Self.missing(tried: [path])
    }
    self.path = path
  }

  /// Looks where `TENKEN_HOME` says; without it beside the program (`../share/tenken`), then upwards from the
  /// program to a checkout. A link to the program is followed to the program itself.
  ///
  /// - Throws: `resources-missing`, naming the folders that were tried.
  public static func find(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = Self.executable
  ) throws(BackendError) -> ResourceFolder {
    if let home = environment["TENKEN_HOME"], !home.isEmpty {
      return try ResourceFolder(path: home)
    }
    var tried: [String] = []
    if let executable {
      var folder = (realPath(executable) as NSString).deletingLastPathComponent
      let installed = ((folder as NSString).deletingLastPathComponent as NSString)
        .appendingPathComponent("share/tenken")
      tried.append(installed)
      while true {
        tried.append(folder)
        let parent = (folder as NSString).deletingLastPathComponent
        if parent == folder || parent.isEmpty { break }
        folder = parent
      }
    }
    for folder in tried where holdsAssets(folder) {
      return try ResourceFolder(path: folder)
    }
    throw missing(tried: Array(tried.prefix(1)))
  }

  /// The file of an icon, by its name without ending; `portrait-…` is a figure of `Assets/portraits`.
  public func icon(_ name: String) -> String {
    let portrait = "portrait-"
    return name.hasPrefix(portrait)
      ? path + "/Assets/portraits/" + name.dropFirst(portrait.count) + ".svg"
      : path + "/Assets/icons/" + name + ".svg"
  }
  /// The folder of everything that is not a template.
  public var assets: String { path + "/Assets" }
  /// The folder of the pages that staff restyle.
  public var templates: String { path + "/Templates" }
  /// A folder for typefaces that were put beside the program; it need not exist.
  public var fonts: String { path + "/fonts" }

  /// The running program, links not followed; nil where the system does not tell.
  public static var executable: String? {
    #if os(Linux)
      // `/proc/self/exe` holds even where the first argument is a bare name found by way of PATH.
      return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      return Bundle.main.executablePath
    #endif
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static func holdsAssets(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path + "/Assets/icons", isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func missing(tried: [String]) -> BackendError {
    let list = tried.joined(separator: ", ")
    return BackendError(
      .resources,
      Phrase(
        ja: "Tenken の部品（Assets フォルダー）が見つかりません。探した場所: \(list)",
        en: "The files that belong to Tenken (the Assets folder) were not found. Looked in: \(list)"),
      hint: Phrase(
        ja: "make install で入れ直すか、Assets のあるフォルダーを環境変数 TENKEN_HOME で指定してください。",
        en: "Install again with make install, or set TENKEN_HOME to the folder that holds Assets."))
  }
}
