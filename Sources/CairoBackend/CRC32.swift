import CZlib

/// The checksum of PNG (ISO 3309), for its chunks, for seals and for the ids of an SVG file.
struct CRC32 {
  private(set) var value: UInt32 = 0

  /// Eight lower-case hexadecimal digits.
  var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  static func of(_ bytes: some Sequence<UInt8>) -> CRC32 {
    var crc = CRC32()
    crc.add(bytes)
    return crc
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    let start = uLong(value)
    let sum = bytes.withContiguousStorageIfAvailable { crc32_z(start, $0.baseAddress, $0.count) }
    value = UInt32(
      truncatingIfNeeded: sum
        ?? Array(bytes).withUnsafeBufferPointer { crc32_z(start, $0.baseAddress, $0.count) })
  }
}
