import CZlib

/// Unpacks what a PDF or a PNG keeps packed (the format of zlib).
enum Inflation {
  /// The most bytes that one stream is unpacked to; a page of a newsletter has some hundred thousand.
  private static let most = 1 << 28

  /// The bytes that `packed` stands for; what follows the end of the packed stream is left alone.
  ///
  /// - Throws: `file-unreadable` where it is no such stream, or none that ends.
  static func unpacked(_ packed: ArraySlice<UInt8>) throws(BackendError) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .unreadable
    }
    defer { inflateEnd(&stream) }
    var input = Array(packed)
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let isWhole = input.withUnsafeMutableBufferPointer { source -> Bool in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while output.count < most {
        let (status, made) = chunk.withUnsafeMutableBufferPointer { room -> (Int32, Int) in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          return (inflate(&stream, Z_NO_FLUSH), room.count - Int(stream.avail_out))
        }
        output += chunk[..<made]
        if status == Z_STREAM_END { return true }
        // An unknown status is never taken for success.
        if status != Z_OK { return false }
      }
      return false
    }
    guard isWhole else { throw .unreadable }
    return output
  }
}
