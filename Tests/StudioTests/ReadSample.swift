import Diagnostics
import Foundation
import Projection
import SessionFile
import Testing
import Workshop

/// The samples as the program reads them, read once.
struct ReadSample: Sendable {
  let result: ReadResult
  let projections: [MapProjection]

  private static let all: Result<[String: ReadSample], any Error> = Result {
    var all: [String: ReadSample] = [:]
    for sample in try Sample.all() {
      var result = SessionReader.read(bytes: Array(sample.text.utf8), file: sample.name)
      result.session = result.session?.placingFamilies().session
      all[String(sample.name.dropLast(5))] = ReadSample(
        result: result, projections: result.session?.project() ?? [])
    }
    return all
  }

  /// `apartment`, `dense`, … in order.
  static func names() throws -> [String] { try all.get().keys.sorted() }

  static func sample(_ name: String) throws -> ReadSample { try #require(try all.get()[name]) }

  static func session(_ name: String) throws -> Session { try #require(try sample(name).result.session) }

  /// The map of `hamlet/A` in the base case.
  static func projection(_ map: String) throws -> MapProjection {
    let parts = map.split(separator: "/").map(String.init)
    return try #require(try sample(parts[0]).projections.first { $0.mapID == parts[1] })
  }

  static func state(_ map: String, year: Int) throws -> MapThen {
    try #require(try projection(map).states.first { $0.year == year })
  }

  /// What the dwelling is at the end of `year`.
  static func status(_ map: String, _ dwelling: String, year: Int) throws -> DwellingStatus {
    let all = try state(map, year: year).houses.flatMap(\.dwellings)
    return try #require(all.first { $0.id == dwelling }).status
  }
}

@Suite("Samples as read")
struct SamplesReadingTests {
  @Test("a sample has nothing to correct", arguments: try ReadSample.names())
  func nothingToCorrect(name: String) throws {
    let findings = try ReadSample.sample(name).result.findings.filter { $0.severity != .note }
    #expect(findings.map { "\($0.place?.line ?? 0): \($0.code): \($0.message(in: .en))" } == [])
  }

  @Test("a sample tells its story in two lines at its head, and what could be done beside every map")
  func heads() throws {
    for sample in try Sample.all() {
      let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.prefix { $0.hasPrefix("# ") }.count == 2, "\(sample.name)")
      for map in try ReadSample.session(String(sample.name.dropLast(5))).maps {
        #expect(!map.findings.isEmpty && !map.actions.isEmpty, "\(sample.name) \(map.id)")
      }
    }
  }

  @Test("the pictures a sample names are there")
  func pictures() throws {
    let folder = Repository.root.appending(path: "samples")
    for name in try ReadSample.names() {
      let printed = try ReadSample.session(name).publication
      var files =
        printed.greetings.compactMap(\.portrait) + printed.votes.flatMap(\.entries).compactMap(\.picture)
      for persona in printed.personas { if case .file(let path) = persona.picture { files.append(path) } }
      for file in files {
        #expect(FileManager.default.fileExists(atPath: folder.appending(path: file).path), "\(name): \(file)")
      }
    }
  }

  @Test("what is printed of a sample names no household")
  func printedWordsNameNobody() throws {
    for name in try ReadSample.names() {
      for map in try ReadSample.session(name).maps {
        let names =
          map.houses.compactMap(\.name) + map.houses.flatMap(\.dwellings).flatMap(\.people).compactMap(\.name)
        let printed = ([map.title, map.subtitle ?? ""] + (map.findings + map.actions).map(\.plain)).joined(
          separator: "\n")
        for name in names where name.count > 1 { #expect(!printed.contains(name), "\(map.title): \(name)") }
      }
    }
  }
}
