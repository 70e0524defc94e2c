import CCairo

/// Where Cairo's streams end: memory. A stream straight to a file reports success on a full disk.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// Cairo calls this with a pointer to a sink, as given by ``pointer``.
  static let write:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, UInt32) -> cairo_status_t = {
      closure, data, length in
      guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }

  /// What Cairo is given; valid only as long as someone else holds the sink.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
