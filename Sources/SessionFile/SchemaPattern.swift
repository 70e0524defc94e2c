/// Regular expressions of the schema, for what is written in shorthand.
enum SchemaPattern {
  static let state = ".*"
  static let band = ".*"
}
