import Diagnostics
import Workshop

/// A family said to move in, as read.
struct FamilyDraft {
  var year: Int
  var people: [ResidentDraft] = []
}

/// What will happen to a dwelling, as read.
enum DwellingPlanDraft {
  case family(FamilyDraft)
  case built(Int)
  case demolished(Int)

  var year: Int {
    switch self {
    case .family(let family): family.year
    case .built(let year), .demolished(let year): year
    }
  }
}

/// What a shorthand says of a house or a unit.
struct HouseholdDraft {
  enum State {
    case vacant(since: Int?)
    case unknown
  }

  var point: SheetPoint?
  var pointSpot: Spot?
  var kind: HouseKind?
  var kindSpot: Spot?
  var state: State?
  var stateSpot: Spot?
  /// Of an apartment block named in one line.
  var unitCount: Int?
  var people: [ResidentDraft] = []
  var plans: [(plan: DwellingPlanDraft, spot: Spot)] = []
  /// All of it.
  var spot: Spot
}
