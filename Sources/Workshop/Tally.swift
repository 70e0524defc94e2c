/// Something and how often it was named.
public struct NamedCount: Sendable, Hashable {
  /// What was named.
  public var name: String
  /// How often; not negative.
  public var count: Int

  /// Makes a count.
  public init(_ name: String, _ count: Int) {
    self.name = name
    self.count = count
  }
}

/// Themes and how many notes each drew, as they stood on the wall.
public struct Tally: Sendable, Hashable {
  /// What was counted.
  public var title: String
  /// The themes in the order of the file.
  public var counts: [NamedCount]

  /// Makes a tally.
  public init(title: String, counts: [NamedCount]) {
    self.title = title
    self.counts = counts
  }

  /// The themes, the most named first; equal ones in the order of the file.
  public var ranked: [NamedCount] { counts.rankedByCount }
}

extension [NamedCount] {
  /// The largest first; equal ones in their own order.
  public var rankedByCount: [NamedCount] {
    enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// Everything together.
  public var total: Int { reduce(0) { $0 + $1.count } }
}

/// Something that could be voted for.
public struct VoteEntry: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// A picture of it; the path as the session file has it, relative to that file.
  public var picture: String?
  /// How many votes it got.
  public var votes: Int
  /// Why, in the words of those who voted.
  public var reasons: [String]

  /// Makes an entry.
  public init(name: String, picture: String? = nil, votes: Int, reasons: [String] = []) {
    self.name = name
    self.picture = picture
    self.votes = votes
    self.reasons = reasons
  }
}

/// A vote, for a logo or a name.
public struct Vote: Sendable, Hashable {
  /// An entry with the place it came in.
  public struct Placed: Sendable, Hashable {
    /// From 1; entries with the same votes share a place, and the next place is left out.
    public var place: Int
    /// What was voted for.
    public var entry: VoteEntry
  }

  /// What was voted on.
  public var title: String
  /// The entries in the order of the file.
  public var entries: [VoteEntry]

  /// Makes a vote.
  public init(title: String, entries: [VoteEntry]) {
    self.title = title
    self.entries = entries
  }

  /// The entries by votes; with 5, 3, 3 and 1 votes the places are 1, 2, 2 and 4.
  public var placed: [Placed] {
    let sorted = entries.enumerated().sorted { ($1.element.votes, $0.offset) < ($0.element.votes, $1.offset) }
    return sorted.map { item in
      Placed(place: 1 + entries.count { $0.votes > item.element.votes }, entry: item.element)
    }
  }
}

/// A colour that a table spoke about.
public struct NamedColour: Sendable, Hashable {
  /// What the table called it.
  public var name: String
  /// `0xRRGGBB`; nil where only the name is known: it is painted where everybody knows that name.
  public var rgb: UInt32?

  /// Makes a colour.
  public init(name: String, rgb: UInt32? = nil) {
    self.name = name
    self.rgb = rgb
  }
}

/// One table's ranking of theme colours, from fitting to unfitting.
public struct ColourRanking: Sendable, Hashable {
  /// The table.
  public var table: String
  /// The colours, the most fitting first.
  public var colours: [NamedColour]

  /// Makes a ranking.
  public init(table: String, colours: [NamedColour]) {
    self.table = table
    self.colours = colours
  }
}
