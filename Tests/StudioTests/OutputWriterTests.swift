import Diagnostics
import Foundation
import Picture
import Testing

@testable import CairoBackend
@testable import Studio

/// Files are written whole or not at all, and never over somebody's work.
@Suite struct OutputWriterTests {
  let folder = Scratch()
  /// A picture with Tenken's seal.
  private let picture: [UInt8]

  init() throws {
    let page = Page(size: .a4, title: "a", summary: "b", items: [])
    picture = try Renderer(resources: .find()).svg(page)
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Trouble)?.findings.first?.code
    }
  }

  @Test func writesAndLeavesNothingBeside() throws {
    #expect(try OutputWriter().write([1, 2, 3], to: folder / "a.svg", seal: .inside) == .written)
    #expect(try Data(contentsOf: URL(filePath: folder / "a.svg")) == Data([1, 2, 3]))
    #expect(try folder.names() == ["a.svg"])
  }

  @Test func sameBytesAreLeftAlone() throws {
    try folder.put("mine", into: "a.csv")
    #expect(
      try OutputWriter().write(Array("mine".utf8), to: folder / "a.csv", seal: .attribute) == .unchanged)
  }

  @Test func strangersAreKept() throws {
    try folder.put("mine", into: "a.svg")
    #expect(code { try OutputWriter().write([1], to: folder / "a.svg", seal: .inside) } == "output-exists")
    #expect(try folder.text("a.svg") == "mine")
    try OutputWriter(overwrites: true).write([1], to: folder / "a.svg", seal: .inside)
    #expect(try folder.text("a.svg") == "\u{1}")
    #expect(try folder.names() == ["a.svg"])
  }

  @Test func itsOwnAreReplacedUntilTheyAreChanged() throws {
    try Data(picture).write(to: URL(filePath: folder / "a.svg"))
    try OutputWriter().write(Array("new".utf8), to: folder / "a.svg", seal: .inside)
    #expect(try folder.text("a.svg") == "new")
    let changed = String(decoding: picture, as: UTF8.self).replacing("<title", with: "<!-- mine --><title")
    try folder.put(changed, into: "a.svg")
    #expect(code { try OutputWriter().write([1], to: folder / "a.svg", seal: .inside) } == "output-exists")
    #expect(try folder.text("a.svg") == changed)
  }

  @Test func itsOwnWithoutRoomForASealAreReplacedUntilTheyAreChanged() throws {
    let writer = OutputWriter()
    try writer.write(Array("a,1".utf8), to: folder / "a.csv", seal: .attribute)
    try writer.write(Array("a,2".utf8), to: folder / "a.csv", seal: .attribute)
    #expect(try folder.text("a.csv") == "a,2")
    let file = try FileHandle(forWritingTo: URL(filePath: folder / "a.csv"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(" my remark".utf8))
    try file.close()
    #expect(
      code { try writer.write(Array("a,3".utf8), to: folder / "a.csv", seal: .attribute) } == "output-exists")
    #expect(try folder.text("a.csv") == "a,2 my remark")
  }

  @Test(arguments: ["session.yaml", "link.yaml", "twin.yaml"]) func theInputIsNeverAnOutput(_ name: String)
    throws
  {
    try folder.put("tenken: 1", into: "session.yaml")
    #expect(symlink("session.yaml", folder / "link.yaml") == 0)
    #expect(link(folder / "session.yaml", folder / "twin.yaml") == 0)
    let input = try InputReader.read(folder / "session.yaml")
    let writer = OutputWriter(protecting: [try #require(input.identity)], overwrites: true)
    #expect(code { try writer.write([1], to: folder / name, seal: .attribute) } == "output-is-input")
    #expect(code { try writer.write(input.bytes, to: folder / name, seal: .attribute) } == "output-is-input")
    #expect(try folder.text("session.yaml") == "tenken: 1")
  }

  @Test func linksStayLinks() throws {
    try Data(picture).write(to: URL(filePath: folder / "real.svg"))
    #expect(symlink("real.svg", folder / "link.svg") == 0)
    try OutputWriter().write(Array("new".utf8), to: folder / "link.svg", seal: .inside)
    #expect(try folder.text("real.svg") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder / "link.svg") == "real.svg")
  }

  @Test func newFilesAreNeverPutOverOthers() throws {
    try OutputWriter().create([1], at: folder / "new.yaml")
    #expect(
      code { try OutputWriter(overwrites: true).create([2], at: folder / "new.yaml") } == "output-exists")
    #expect(symlink("nowhere", folder / "dangling") == 0)
    #expect(code { try OutputWriter().create([2], at: folder / "dangling") } == "output-exists")
    #expect(try folder.text("new.yaml") == "\u{1}")
  }

  @Test func permissionsStay() throws {
    try folder.put("old", into: "a.svg")
    #expect(chmod(folder / "a.svg", 0o600) == 0)
    try OutputWriter(overwrites: true).write([1], to: folder / "a.svg", seal: .inside)
    let mode = try FileManager.default.attributesOfItem(atPath: folder / "a.svg")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    try OutputWriter().makeFolder(folder / "a/b//c/")
    try OutputWriter().makeFolder(folder / "a/b/c")
    #expect(FileIdentity(path: folder / "a/b/c") != nil)
    try folder.put("", into: "file")
    #expect(code { try OutputWriter().makeFolder(folder / "file") } == "output-is-file")
    #expect(code { try OutputWriter().makeFolder(folder / "file/below") } == "cannot-make-folder")
  }

  @Test func troublesAreToldInWords() throws {
    try folder.put("", into: "file")
    let long = String(repeating: "長", count: 200) + ".svg"
    let cases: [(path: String, code: String, ja: String, en: String)] = [
      (folder / "nowhere/a.svg", "cannot-write", "そのフォルダーがありません", "there is no such folder"),
      (folder / "file/a.svg", "cannot-write", "途中にフォルダーでないものがあります", "a part of the path is not a folder"),
      (folder / long, "cannot-write", "名前が長すぎます", "the name is too long"),
      ("/dev/full", "cannot-write", "ディスクがいっぱいです", "the disk is full"),
      (folder.path, "output-is-folder", "フォルダーなので", "is a folder"),
    ]
    for (path, code, ja, en) in cases {
      let trouble = #expect(throws: Trouble.self) {
        try OutputWriter().write([1, 2, 3], to: path, seal: .inside)
      }
      let finding = try #require(trouble?.findings.first)
      #expect(finding.code == code)
      #expect(finding.message.ja.contains(ja), "\(finding.message.ja)")
      #expect(finding.message.en.contains(en), "\(finding.message.en)")
    }
    #expect(try folder.names() == ["file"])
  }

  @Test func foldersMadeForNothingGo() throws {
    let writer = OutputWriter()
    try OutputWriter().makeFolder(folder / "there")
    try folder.put("mine", into: "there/mine.txt")
    try writer.makeFolder(folder / "there/new/newer")
    #expect(
      code { try writer.write([1], to: folder / "there/new/newer/none/a.svg", seal: .inside) }
        == "cannot-write")
    #expect(try folder.names() == ["there"])
    #expect(FileIdentity(path: folder / "there/new") == nil)
    #expect(FileIdentity(path: folder / "there/mine.txt") != nil)
    // A folder with something in it stays, whatever fails later.
    try writer.makeFolder(folder / "full")
    try writer.write([1], to: folder / "full/a.svg", seal: .inside)
    #expect(code { try writer.write([1], to: folder / "full/none/b.svg", seal: .inside) } == "cannot-write")
    #expect(try folder.text("full/a.svg") == "\u{1}")
    // Half a path that cannot be made goes, too.
    let long = String(repeating: "長", count: 200)
    #expect(code { try writer.makeFolder(folder / "half/\(long)") } == "cannot-make-folder")
    #expect(FileIdentity(path: folder / "half") == nil)
  }

  /// A run that was killed leaves its file aside; nobody holds its lock any more.
  @Test func whatKilledRunsLeftGoes() throws {
    try folder.put("half", into: ".tenken-dead.tmp")
    try folder.put("half", into: ".tenken-alive.tmp")
    try folder.put("not ours", into: ".tenken-other.txt")
    #expect(symlink(".tenken-other.txt", folder / ".tenken-link.tmp") == 0)
    let alive = open(folder / ".tenken-alive.tmp", O_RDWR)
    defer { close(alive) }
    #expect(flock(alive, LOCK_EX) == 0)
    try OutputWriter().write([1], to: folder / "a.svg", seal: .inside)
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        == [".tenken-alive.tmp", ".tenken-other.txt", ".tenken-link.tmp", "a.svg"])
  }

  @Test func devicesAreWrittenToAndNeverReplaced() throws {
    try OutputWriter().write([1, 2, 3], to: "/dev/null", seal: .inside)
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }
}
