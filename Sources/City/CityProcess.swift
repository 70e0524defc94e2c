import Projection
import Workshop

/// A process that can be on or off.
public enum CityProcess: String, Sendable, Hashable, CaseIterable, Codable {
  /// People are counted as deceased.
  case death
  /// Children leave.
  case leavingHome = "leaving-home"
  /// People who live away come back.
  case returning
  /// People move into a care home.
  case care
  /// Rented dwellings are let again.
  case letting
  /// Other vacant dwellings are taken.
  case filling
  /// Vacant houses are taken down.
  case demolition
}

extension CityRules {
  /// These rules with every other process off.
  public func keeping(_ only: Set<CityProcess>) -> CityRules {
    var rules = self
    for process in CityProcess.allCases where !only.contains(process) {
      switch process {
      case .death: rules.death = .never
      case .leavingHome: rules.leavingHome = .never
      case .returning: rules.returning = .never
      case .care: rules.care = .never
      case .letting: rules.letting = 0
      case .filling: rules.filling = 0
      case .demolition: rules.demolition = 0
      }
    }
    return rules
  }
}

extension Rules {
  /// The workshop's rules with every other process off.
  public func keeping(_ only: Set<CityProcess>) -> Rules {
    var rules = self
    for process in CityProcess.allCases where !only.contains(process) {
      switch process {
      case .death: rules.deceasedAt = .off
      case .leavingHome: rules.childrenLeaveAt = .off
      case .letting: rules.reletsRentedUnits = false
      case .demolition: rules.demolishedAfter = .off
      // The workshop has no rule by which these happen.
      case .returning, .care, .filling: break
      }
    }
    return rules
  }
}
