@testable import Layout
import Picture
import Projection
import Workshop

/// The words that stand on a map's sheets.
enum SheetWords {
  /// Those of each of the states, in the order in which they are drawn.
  static func of(_ map: TableMap, _ audience: Audience, states: ClosedRange<Int>) -> [[String]] {
    let sheet = MapSheet(
      map: map, projection: Projector(map: map).project(), options: CollisionTests.options(audience),
      measurer: FakeMeasurer())
    return states.map { state in
      sheet.pages(state: state).flatMap { Ink($0).words }.map(\.text.block.string)
    }
  }
}
