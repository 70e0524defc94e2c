import Diagnostics
import Workshop

extension PortraitChoice {
  /// The name under which the renderer knows the picture. A file that could not be read falls back to a figure.
  func iconName(_ pictures: [String: String]) -> String {
    switch self {
    case .figure(let portrait): "portrait-" + portrait.rawValue
    case .file(let path): pictures[path] ?? "portrait-" + Portrait.anyoneScarf.rawValue
    }
  }
}

extension String {
  /// A title of two lines on one.
  func onOneLine(_ language: Language) -> String {
    split(whereSeparator: \.isNewline).joined(separator: language == .ja ? "" : " ")
  }
}
