/// What words mean, by their bytes: each is folded and looked up once, however often it stands in the file.
final class WordMemo<Value> {
  private let meaning: (String) -> Value?
  private var keys: [UInt64]
  private var values: [Value?]

  /// Asks `meaning` of a folded word.
  init(_ meaning: @escaping (String) -> Value?) {
    self.meaning = meaning
    keys = [UInt64](repeating: 0, count: 256)
    values = [Value?](repeating: nil, count: 256)
  }

  /// The meaning of a field; nil where it has none.
  func value(of record: RosterRecord, _ field: RecordScanner.Field) -> Value? {
    var key = DrawName.start
    for index in field.start..<field.end { key = DrawName.adding(record.bytes[index], to: key) }
    let slot = Int(truncatingIfNeeded: key ^ key >> 32) & 255
    if keys[slot] == key { return values[slot] }
    let value = meaning(RosterWords.folded(record.text(field)))
    keys[slot] = key
    values[slot] = value
    return value
  }
}
