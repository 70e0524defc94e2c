/// What a YAML file says, as a plain tree that knows where everything stands.
struct Node {
  enum Content {
    case null
    case scalar(String)
    case list([Node])
    case table([Entry])
  }

  /// How a scalar was written; it decides how a place inside its text is found.
  enum Style {
    case plain
    case singleQuoted
    case doubleQuoted
    case block
  }

  struct Entry {
    var key: Node
    var value: Node
    /// The entry of the same table that had this key before, if any.
    var earlier: Int?
  }

  var content: Content
  var style: Style
  /// From 1.
  var line: Int
  /// In Unicode scalars, from 1.
  var column: Int
  /// Whether something in this table or list could not be read, and has been told.
  var hasGap = false

  var text: String? { if case .scalar(let text) = content { text } else { nil } }
  var isEmptyTable: Bool { if case .table(let entries) = content { entries.isEmpty } else { false } }
  /// An empty list or table, or a text of nothing but blanks.
  var saysNothing: Bool {
    switch content {
    case .null: false
    case .scalar(let text): text.trimmed.isEmpty
    case .list(let list): !hasGap && list.allSatisfy { $0.isNull || $0.saysNothing }
    case .table(let entries): !hasGap && entries.isEmpty
    }
  }
  var isNull: Bool { if case .null = content { true } else { false } }
}
