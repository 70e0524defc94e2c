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
    var output: [UInt8] = []
    let isWhole = packed.withUnsafeBufferPointer { source -> Bool in
      // zlib reads here and writes nothing.
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = UInt32(source.count)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 15) { room -> Bool in
        while output.count < most {
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(room.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          output += room[..<(room.count - Int(stream.avail_out))]
          if status == Z_STREAM_END { return true }
          // An unknown status is never taken for success.
          if status != Z_OK { return false }
        }
        return false
      }
    }
    guard isWhole else { throw .unreadable }
    return output
  }
}
