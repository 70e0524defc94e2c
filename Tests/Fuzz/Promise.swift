import Foundation

/// Stops the run, saying which promise was broken; libFuzzer then keeps the input.
func check(_ holds: Bool, _ promise: @autoclosure () -> String) {
  guard !holds else { return }
  FileHandle.standardError.write(Data("BROKEN: \(promise())\n".utf8))
  abort()
}
