/// A child who lives away comes back when the last parent has gone. Off unless asked for.
///
/// "Parents" are the couple of the house, the head and the partner of the child's family; they have gone when neither
/// lives here any more, for whatever reason. In the year after, and in that year only, each of their children who lives
/// elsewhere is asked, in the order of the room, until one comes: one of them takes the house over. Nobody comes to a
/// house that others have taken or that has been taken down. Of whom the table said when they come, the rule leaves alone.
struct FollowingParents: Sendable, Hashable {
  /// The chance that a child who is asked comes; 0…1.
  var chance = 0.0
}
