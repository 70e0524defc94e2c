import Foundation
import Projection
import SessionFile
import Workshop

/// The samples of the repository, read and projected.
enum Samples {
  struct Sample {
    var name: String
    var session: Session
    var map: TableMap
    var projection: MapProjection
  }

  static let names = ["apartment", "dense", "english", "estate", "everything", "hamlet", "village"]

  /// The maps of one sample.
  static func read(_ name: String) throws -> [Sample] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")
    let file = folder.appendingPathComponent("\(name).yaml")
    let result = SessionReader.read(bytes: [UInt8](try Data(contentsOf: file)), file: file.path)
    guard let session = result.session else { return [] }
    return session.maps.map {
      Sample(
        name: name, session: session, map: $0,
        projection: Projector(map: $0, sessionRules: session.rules).project())
    }
  }
}
