import Diagnostics
import Workshop

/// A piece of the file that can be pointed at later.
struct Spot {
  var node: Node
  /// The scalars of the node's text that are meant; nil for all of it.
  var range: Range<Int>?
}

extension Report {
  func place(_ spot: Spot) -> Place { place(spot.node, spot.range) }
}

/// A resident as read, before relations are inferred and the whole is checked.
struct ResidentDraft {
  var sex: Sex = .unknown
  var age: Age = .unknown
  var ageSpot: Spot?
  /// Whether an age was written that could not be read, which has been told: nothing more is said that hangs on it.
  var isAgeUnread = false
  var occupation: String?
  /// What the file says they are; nil where nothing is said.
  var relation: Relation?
  var relationSpot: Spot?
  var name: String?
  var away: Away?
  var plans: [(plan: ResidentPlan, spot: Spot)] = []
  var note: String?
  /// All of it.
  var spot: Spot
}
