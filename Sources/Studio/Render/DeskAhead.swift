import CairoBackend
import Dispatch
import Layout

/// The first desk of a rendering, made on a thread of its own while the files are still being read: to open the
/// typefaces takes about half as long as to read a map of 120 houses.
///
/// Not checked by the compiler: the thread that makes the desk is done with it before ``finish()`` returns, and whoever
/// sits down at it has waited for that.
public final class DeskAhead: @unchecked Sendable {
  private let group = DispatchGroup()
  private var resources: ResourceFolder?
  private var desk: Desk?

  /// Begins; nil where only one thread is to work.
  public init?(jobs: Int) {
    guard jobs > 1 else { return nil }
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
      // What keeps it from being made is told by the rendering itself, which then tries again.
      guard let resources = try? ResourceFolder.find() else { return }
      let desk = Desk(resources)
      guard case .success(let renderer) = desk.renderer else { return }
      renderer.typesetter.warmUp()
      self.resources = resources
      self.desk = desk
    }
  }

  /// Waits until nothing is under way any more: a program must not end in the midst of it.
  public func finish() { group.wait() }

  /// Hands over the desk, once; nil where it is for other resources, or could not be made.
  func take(for resources: ResourceFolder) -> Desk? {
    finish()
    guard resources == self.resources else { return nil }
    defer { desk = nil }
    return desk
  }
}
