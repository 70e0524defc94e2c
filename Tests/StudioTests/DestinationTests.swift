import Testing

@testable import Studio

/// Where drawn files go by what was said with --output.
@Suite struct DestinationTests {
  @Test(
    arguments: [
      (nil, .beside), ("-", .standardOutput), ("out", .folder("out")), ("out/", .folder("out/")),
      ("a/B.svg", .file("a/B.svg", .svg)), ("B.PNG", .file("B.PNG", .png)), ("B.svg/", .folder("B.svg/")),
      ("maps.v2", .folder("maps.v2")), ("svg", .folder("svg")),
    ] as [(String?, Destination)])
  func meaning(_ output: String?, _ destination: Destination) {
    #expect(Destination(output) == destination)
  }

  @Test func aFolderThatLooksLikeAPictureIsAFolder() throws {
    let folder = Scratch()
    try OutputWriter().makeFolder(folder / "old.svg")
    #expect(Destination(folder / "old.svg") == .folder(folder / "old.svg"))
  }

  @Test func foldersOfSeveralSessions() {
    #expect(Destination.beside.folders(for: ["a.b/x.yaml"], isForTable: false) == ["a.b/x-maps"])
    #expect(
      Destination.beside.folders(for: ["x", ".y"], isForTable: true) == ["x-maps-table", ".y-maps-table"])
    #expect(
      Destination.beside.folders(for: ["x.yaml", "x.yml"], isForTable: false) == ["x-maps", "x-maps-2"])
    #expect(Destination.folder("o/").folders(for: ["a/x.yaml"], isForTable: false) == ["o/"])
    #expect(
      Destination.folder("o/").folders(for: ["a/x.yaml", "b/x.yaml", "y.yaml"], isForTable: false) == [
        "o/x-maps", "o/x-maps-2", "o/y-maps",
      ])
  }
}
