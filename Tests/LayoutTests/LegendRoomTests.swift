import Testing

@testable import Layout

/// A map is laid out once where it was foreseen how high its legend comes to be.
@Suite struct LegendRoomTests {
  /// Lays out a map whose signs need so much at a room, and with what it leaves out so much more; the room it ends with and
  /// the rooms that were tried.
  private func settle(
    likely: Double, signs: (Double) -> Double, leftOut: (Double) -> Double
  ) -> (room: Double, tried: [Double]) {
    var tried: [Double] = []
    let room = LegendRoom.settle(10, likely: likely) { room, _ in
      tried.append(room)
      return room
    } need: {
      LegendRoom.Need(all: signs($0) + leftOut($0), signs: signs($0))
    }
    return (room, tried)
  }

  @Test func whatWasForeseenIsLaidOutOnce() {
    let found = settle(likely: 20, signs: { _ in 20 }, leftOut: { _ in 0 })
    #expect(found.room == 20 && found.tried == [20])
  }

  @Test func noMapIsSmallerThanItsLegendNeeds() {
    #expect(settle(likely: 20, signs: { _ in 10 }, leftOut: { _ in 0 }).room == 10)
    #expect(settle(likely: 30, signs: { _ in 20 }, leftOut: { _ in 0 }).room == 20)
  }

  @Test func whatOnlyASmallerMapLeavesOutDoesNotMakeItSmaller() {
    // With one line everything has its place; with two something is left out, and fills the second.
    let found = settle(likely: 20, signs: { _ in 10 }, leftOut: { $0 > 10 ? 10 : 0 })
    #expect(found.room == 10)
  }

  @Test func theRoomGrowsUntilTheLegendFits() {
    let found = settle(likely: 10, signs: { _ in 20 }, leftOut: { $0 > 10 ? 10 : 0 })
    #expect(found.room == 30 && found.tried == [10, 20, 30])
  }
}
