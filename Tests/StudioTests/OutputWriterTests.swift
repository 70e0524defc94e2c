import Diagnostics
import Foundation
import Testing

@testable import Studio

/// Files are written whole or not at all, and never over somebody's work.
@Suite struct OutputWriterTests {
  let folder = Scratch()
  private let sealed: OutputWriter.SealCheck = { $0.starts(with: Array("sealed".utf8)) }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Trouble)?.findings.first?.code
    }
  }

  @Test func writesAndLeavesNothingBeside() throws {
    #expect(try OutputWriter().write([1, 2, 3], to: folder / "a.svg") == .written)
    #expect(try Data(contentsOf: URL(filePath: folder / "a.svg")) == Data([1, 2, 3]))
    #expect(try folder.names() == ["a.svg"])
  }

  @Test func sameBytesAreLeftAlone() throws {
    try folder.put("mine", into: "a.csv")
    #expect(try OutputWriter().write(Array("mine".utf8), to: folder / "a.csv") == .unchanged)
  }

  @Test func strangersAreKept() throws {
    try folder.put("mine", into: "a.svg")
    #expect(code { try OutputWriter().write([1], to: folder / "a.svg", isSealed: sealed) } == "output-exists")
    #expect(try folder.text("a.svg") == "mine")
    try OutputWriter(overwrites: true).write([1], to: folder / "a.svg", isSealed: sealed)
    #expect(try folder.text("a.svg") == "\u{1}")
    #expect(try folder.names() == ["a.svg"])
  }

  @Test func itsOwnAreReplaced() throws {
    try folder.put("sealed, old", into: "a.svg")
    try OutputWriter().write(Array("sealed, new".utf8), to: folder / "a.svg", isSealed: sealed)
    #expect(try folder.text("a.svg") == "sealed, new")
  }

  @Test func itsOwnWithoutRoomForASealAreReplacedUntilTheyAreChanged() throws {
    let writer = OutputWriter()
    try writer.write(Array("a,1".utf8), to: folder / "a.csv")
    try writer.write(Array("a,2".utf8), to: folder / "a.csv")
    #expect(try folder.text("a.csv") == "a,2")
    let file = try FileHandle(forWritingTo: URL(filePath: folder / "a.csv"))
    try file.seekToEnd()
    try file.write(contentsOf: Data(" my remark".utf8))
    try file.close()
    #expect(code { try writer.write(Array("a,3".utf8), to: folder / "a.csv") } == "output-exists")
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
    #expect(code { try writer.write([1], to: folder / name) } == "output-is-input")
    #expect(code { try writer.write(input.bytes, to: folder / name) } == "output-is-input")
    #expect(try folder.text("session.yaml") == "tenken: 1")
  }

  @Test func linksStayLinks() throws {
    try folder.put("sealed", into: "real.svg")
    #expect(symlink("real.svg", folder / "link.svg") == 0)
    try OutputWriter().write(Array("sealed 2".utf8), to: folder / "link.svg", isSealed: sealed)
    #expect(try folder.text("real.svg") == "sealed 2")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder / "link.svg") == "real.svg")
  }

  @Test func permissionsStay() throws {
    try folder.put("old", into: "a.svg")
    #expect(chmod(folder / "a.svg", 0o600) == 0)
    try OutputWriter(overwrites: true).write([1], to: folder / "a.svg")
    let mode = try FileManager.default.attributesOfItem(atPath: folder / "a.svg")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func foldersAreMadeWithThoseAbove() throws {
    try OutputWriter().makeFolder(folder / "a/b//c/")
    try OutputWriter().makeFolder(folder / "a/b/c")
    #expect(FileIdentity(path: folder / "a/b/c") != nil)
    try folder.put("", into: "file")
    #expect(code { try OutputWriter().makeFolder(folder / "file") } == "cannot-make-folder")
    #expect(code { try OutputWriter().makeFolder(folder / "file/below") } == "cannot-make-folder")
  }

  @Test func troublesAreToldInWords() throws {
    try folder.put("", into: "file")
    let long = String(repeating: "長", count: 200) + ".svg"
    let cases: [(path: String, code: String, ja: String, en: String)] = [
      (folder / "nowhere/a.svg", "cannot-write", "見つかりません", "it does not exist"),
      (folder / "file/a.svg", "cannot-write", "途中にフォルダーでないものがあります", "a part of the path is not a folder"),
      (folder / long, "cannot-write", "名前が長すぎます", "the name is too long"),
      ("/dev/full", "cannot-write", "ディスクがいっぱいです", "the disk is full"),
      (folder.path, "output-is-folder", "フォルダーなので", "is a folder"),
    ]
    for (path, code, ja, en) in cases {
      let trouble = #expect(throws: Trouble.self) { try OutputWriter().write([1, 2, 3], to: path) }
      let finding = try #require(trouble?.findings.first)
      #expect(finding.code == code)
      #expect(finding.message.ja.contains(ja), "\(finding.message.ja)")
      #expect(finding.message.en.contains(en), "\(finding.message.en)")
    }
    #expect(try folder.names() == ["file"])
  }

  @Test func devicesAreWrittenToAndNeverReplaced() throws {
    try OutputWriter().write([1, 2, 3], to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }
}
