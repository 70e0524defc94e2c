import Diagnostics
import Foundation
import Picture
import Testing
import Workshop

@testable import Studio

/// What the samples become, as whole commands make it.
@Suite struct SampleIssuesTests {
  private let scratch = Scratch()

  private func sample(_ name: String) throws -> CheckedSession {
    try #require(Checking.check(Repository.root.appending(path: "samples/\(name).yaml").path).checked)
  }

  /// Nothing in any sample is taken for something private that is not.
  @Test(arguments: try ReadSample.names()) func everySamplePassesTheGate(_ name: String) throws {
    let checked = try sample(name)
    let out = scratch / "out"
    #expect(throws: Never.self) { try NewsletterPublishing().write(checked, into: out) }
    #expect(throws: Never.self) { try Kit(overwrites: true).write(checked, language: .ja, into: out) }
    if !checked.session.publication.personas.isEmpty {
      #expect(throws: Never.self) { try PersonaSheets(formats: [.pdf]).write(checked, into: out) }
    }
    let rendered = try Publishing(
      request: RenderRequest(formats: [.pdf]), destination: .folder(scratch / "maps")
    ).publish([checked])
    #expect(rendered.flatMap(\.findings).filter { $0.severity == .error } == [])
  }
}
