extension TableMap {
  /// Everybody who is drawn as living away: of whom all these plans can be said, and of whom not, as their age is not known
  /// or has been reached (``ResidentPlan/fits(_:told:)``). In the order of the houses.
  public func away(_ plans: [ResidentPlan]) -> (fit: [Resident], others: [Resident]) {
    let away = houses.flatMap(\.dwellings).flatMap(\.people).filter { $0.away != nil }
    func isFit(_ person: Resident) -> Bool {
      plans.allSatisfy { $0.fits(person.age, told: baseYear) }
    }
    return (away.filter(isFit), away.filter { !isFit($0) })
  }
}
