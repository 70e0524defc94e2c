/// A point on the sheet of paper, in the sheet's own unit from its upper left corner.
public struct SheetPoint: Sendable, Hashable {
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double

  /// A point `x` to the right of and `y` below the upper left corner.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// The sheet of paper the table drew on.
public struct Sheet: Sendable, Hashable {
  /// Its width, in any unit; greater than 0.
  public var width: Double
  /// Its height, in the same unit; greater than 0.
  public var height: Double
  /// Where north is, in degrees clockwise from the upper edge, 0..<360.
  public var north: Double

  /// A sheet of the given size with north at `north` degrees from its upper edge.
  public init(width: Double, height: Double, north: Double = 0) {
    self.width = width
    self.height = height
    self.north = north
  }
}

/// One of the four sides of a road.
public enum Compass: String, Sendable, Hashable, CaseIterable {
  /// 北.
  case north
  /// 東.
  case east
  /// 南.
  case south
  /// 西.
  case west
}

/// What a line on the sheet is.
public enum LineKind: String, Sendable, Hashable, CaseIterable {
  /// A main road, the widest.
  case main
  /// A street.
  case street
  /// A lane.
  case lane
  /// A path, the narrowest.
  case path
  /// A river or a canal.
  case river
  /// A railway.
  case railway

  /// Whether houses can stand along it.
  public var isRoad: Bool { self != .river && self != .railway }
}

/// A road, a river or a railway.
public struct Line: Sendable, Hashable {
  /// The name it goes by in the file. Unique among the lines of a map.
  public var id: String
  /// The name printed along it.
  public var name: String?
  /// What it is, which gives its width.
  public var kind: LineKind
  /// Its course; at least two points.
  public var points: [SheetPoint]

  /// Makes a line.
  public init(id: String, name: String? = nil, kind: LineKind, points: [SheetPoint]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.points = points
  }
}

/// What covers an area of the sheet.
public enum AreaKind: String, Sendable, Hashable, CaseIterable {
  /// 畑, 田.
  case field
  /// 林, 山.
  case wood
  /// 公園, 広場.
  case park
  /// 池, 湖, 海.
  case water
}

/// A field, a wood, a park or a pond.
public struct Area: Sendable, Hashable {
  /// What covers it.
  public var kind: AreaKind
  /// The name printed in it.
  public var name: String?
  /// Its outline; at least three points, closed by itself.
  public var points: [SheetPoint]

  /// Makes an area.
  public init(kind: AreaKind, name: String? = nil, points: [SheetPoint]) {
    self.kind = kind
    self.name = name
    self.points = points
  }
}

/// What a landmark is; each has an icon of the same name in `Assets/icons`.
public enum LandmarkKind: String, Sendable, Hashable, CaseIterable {
  /// 市役所, 町役場, 支所.
  case townHall = "town-hall"
  /// 集会所, 公民館.
  case meetingHall = "meeting-hall"
  /// 避難所.
  case shelter
  /// 学校.
  case school
  /// 保育園, 幼稚園.
  case nursery
  /// 店, 商店.
  case shop
  /// スーパー.
  case supermarket
  /// 診療所, 医院.
  case clinic
  /// 病院.
  case hospital
  /// 薬局.
  case pharmacy
  /// バス停.
  case busStop = "bus-stop"
  /// 駅.
  case station
  /// 神社.
  case shrine
  /// 寺.
  case temple
  /// 郵便局.
  case postOffice = "post-office"
  /// AED.
  case aed
  /// まちの保健室.
  case healthRoom = "health-room"
  /// 交番, 駐在所.
  case police
  /// 消防署, 消防団.
  case fireStation = "fire-station"
  /// 消火栓, 防火水槽.
  case hydrant
  /// 公園, 遊び場.
  case playground
  /// 介護施設.
  case careHome = "care-home"
  /// ごみ集積所.
  case garbage
  /// 墓地.
  case cemetery
  /// 図書館.
  case publicLibrary = "library"
  /// 駐車場.
  case parking
  /// 橋.
  case bridge
  /// Anything else.
  case other
}

/// A place everybody knows.
public struct Landmark: Sendable, Hashable {
  /// What it is.
  public var kind: LandmarkKind
  /// The name printed beside it.
  public var name: String?
  /// Where it is, as for a house.
  public var placement: Placement

  /// Makes a landmark.
  public init(kind: LandmarkKind, name: String? = nil, placement: Placement) {
    self.kind = kind
    self.name = name
    self.placement = placement
  }
}
