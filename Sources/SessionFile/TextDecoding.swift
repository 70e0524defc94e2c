import Diagnostics
import Foundation

/// Turns the bytes of a file into text, and tells what is wrong with them.
struct TextDecoding {
  /// The text, with what was no text replaced so that the reading can go on; nil where there is no point.
  var source: SourceText?
  /// The text as far as it can be shown, also where it is in another encoding.
  var shown: SourceText?
  var findings: [Finding] = []

  /// The most places of one kind that are told.
  private static let most = 20

  private let file: String

  init(bytes: [UInt8], file: String) {
    self.file = file
    var body = bytes[...]
    if !bytes.isEmpty, bytes.allSatisfy({ $0 == 0 }) {
      add(
        .error, .notText, nil,
        Phrase(
          ja: "このファイルには文字がなく、ゼロのバイトだけが入っています。保存の途中で壊れたようです。",
          en: "The file holds no text, only zero bytes; it seems to have been damaged while it was saved."),
        hint: Phrase(
          ja: "前に保存したもの（バックアップ）を探してください。", en: "Look for an earlier copy, such as a backup."))
      return
    }
    if let kind = FileKind.name(of: bytes) {
      let gap = kind.ja.unicodeScalars.first?.isASCII == true ? " " : ""
      add(
        .error, .notText, nil,
        Phrase(
          ja: "これは\(gap)\(kind.ja)です。記録ファイルは文字だけのファイル(YAML)です。",
          en: "This is \(kind.en). A session file is a plain text file (YAML)."),
        hint: Phrase(
          ja: "ファイル名が正しいか確かめてください。新しく作るには tenken new を使います。",
          en: "Check the file's name. To begin a new one, use tenken new."))
      return
    }
    if let wide = TextDecoding.wideEncoding(bytes) {
      tellEncoding(wide, at: 0, in: bytes)
      return
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      body = body.dropFirst(3)
      add(
        .note, .byteOrderMark, Place(file: file, line: 1, column: 1),
        Phrase(
          ja: "ファイルの先頭に BOM という見えない印があります。このままでも読めます。",
          en: "The file begins with a byte order mark, which cannot be seen. It is read all the same."),
        hint: Phrase(
          ja: "気になるときは「UTF-8(BOM なし)」で保存してください。",
          en: "To be rid of it, save as “UTF-8 without BOM”."))
    }
    decode(Array(body))
  }

  /// A file in another encoding is wrong from its first Japanese letter on: that line is told, once, and shown as it
  /// was meant.
  private mutating func tellEncoding(_ name: String, at offset: Int, in bytes: [UInt8]) {
    let encodings: [String: String.Encoding] = [
      "Shift_JIS": .shiftJIS, "EUC-JP": .shiftJIS, "JIS (ISO-2022-JP)": .iso2022JP, "UTF-16": .utf16,
    ]
    let readable = name == "EUC-JP" ? LegacyEncoding.shiftJIS(fromEUC: bytes) : bytes
    var encoding = encodings[name]
    // Without its mark the order of the bytes is told by where the zeros stand.
    if name == "UTF-16", bytes.count > 1, bytes[0] < 0xFE {
      encoding = TextDecoding.zeros(bytes).odd > 0 ? .utf16LittleEndian : .utf16BigEndian
    }
    let text = encoding.flatMap { String(bytes: readable, encoding: $0) }
    let shown = SourceText(file: file, bytes: text.map { Array($0.utf8) } ?? bytes)
    self.shown = shown
    // Line ends are the same bytes in all of these but the wide ones.
    let line = SourceText(file: file, bytes: bytes).lineNumber(ofByte: offset)
    let scalars = (shown.line(line) ?? "").unicodeScalars
    let before = offset == 0 ? 0 : scalars.prefix { $0.isASCII }.count
    let length = scalars.dropFirst(before).prefix { !$0.isASCII }.count
    add(
      .error, .wrongEncoding,
      shown.place(line: min(line, shown.lineCount), scalarColumn: before + 1, scalarLength: length),
      Phrase(
        ja: "文字コードが \(name) です。UTF-8 で保存し直してください。",
        en: "The file is encoded as \(name). Save it again as UTF-8."),
      hint: Phrase(
        ja: "メモ帳なら「名前を付けて保存」で文字コードを「UTF-8」にします。",
        en: "In Notepad: “Save as”, encoding “UTF-8”."))
  }

  // MARK: - UTF-8

  /// A stretch of bytes that is no UTF-8, or a character that has no business in text.
  private struct Fault {
    var offset: Int
    var length: Int
    var isControl: Bool
    /// Whether it ends a line to YAML, though editors do not show it as a line's end: NEL, LS and PS of Unicode.
    var isLineEnd = false
  }

  private mutating func decode(_ bytes: [UInt8]) {
    let (faults, wellFormed) = TextDecoding.faults(in: bytes)
    guard !faults.isEmpty else {
      source = SourceText(file: file, bytes: bytes)
      shown = source
      return
    }
    let broken = faults.filter { !$0.isControl }
    let escape = faults.first { $0.isControl && TextDecoding.isJISEscape(bytes, $0.offset) }
    if let first = escape ?? broken.first, escape != nil || broken.count * 2 > wellFormed,
      let name = escape == nil ? LegacyEncoding.name(of: bytes) : "JIS (ISO-2022-JP)"
    {
      tellEncoding(name, at: first.offset, in: bytes)
      return
    }
    let mended = TextDecoding.mend(bytes, faults)
    let text = SourceText(file: file, bytes: mended.bytes)
    for (index, fault) in faults.enumerated().prefix(TextDecoding.most) {
      let offset = mended.offsets[index]
      let line = text.lineNumber(ofByte: offset)
      let place = text.place(
        line: line, scalarColumn: column(of: offset, line: line, in: text), scalarLength: 1)
      let code = TextDecoding.codeName(bytes, fault)
      if fault.isLineEnd {
        add(
          .note, .controlCharacter, place,
          Phrase(
            ja: "ここに目に見えない改行の印(\(code))が入っています。空白として読みます。",
            en: "There is an invisible sign for a line end (\(code)) here; it is read as a blank."),
          hint: Phrase(
            ja: "Word などから写すと入ることがあります。その行を打ち直すと消えます。",
            en: "Text copied from word processors may bring it along. Type the line again to be rid of it."))
      } else if fault.isControl {
        add(
          .error, .controlCharacter, place,
          Phrase(
            ja: "ここに目に見えない制御文字(\(code))が入っています。",
            en: "There is an invisible control character (\(code)) here."),
          hint: Phrase(ja: "その一文字を消してください。", en: "Delete that one character."))
      } else {
        add(
          .error, .invalidUTF8, place,
          Phrase(
            ja: "ここに UTF-8 の文字として読めない部分があります(\(code))。",
            en: "This cannot be read as UTF-8 text (\(code))."),
          hint: Phrase(
            ja: "その文字を入力し直し、UTF-8 で保存してください。",
            en: "Type the character again and save as UTF-8."))
      }
    }
    source = text
    shown = text
  }

  /// ESC $ @ and ESC $ B begin Japanese letters in ISO-2022-JP, the encoding of e-mail.
  private static func isJISEscape(_ bytes: [UInt8], _ offset: Int) -> Bool {
    bytes[offset] == 0x1B && offset + 2 < bytes.count && bytes[offset + 1] == 0x24
      && (bytes[offset + 2] == 0x40 || bytes[offset + 2] == 0x42)
  }

  private func column(of offset: Int, line: Int, in text: SourceText) -> Int {
    String(decoding: text.bytes[text.startOfLine(line)..<offset], as: UTF8.self).unicodeScalars.count + 1
  }

  private static func codeName(_ bytes: [UInt8], _ fault: Fault) -> String {
    let piece = bytes[fault.offset..<(fault.offset + fault.length)]
    if fault.isControl, let scalar = String(decoding: piece, as: UTF8.self).unicodeScalars.first {
      return "U+" + String(format: "%04X", scalar.value)
    }
    return piece.map { String(format: "%02X", $0) }.joined(separator: " ")
  }

  /// Every fault, and how many letters beyond ASCII are well formed.
  private static func faults(in bytes: [UInt8]) -> ([Fault], wellFormed: Int) {
    var faults: [Fault] = []
    var wellFormed = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0x7F || (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) {
          faults.append(Fault(offset: index, length: 1, isControl: true))
        }
        index += 1
        continue
      }
      let (length, value) = sequence(bytes, index)
      if let value {
        // YAML 1.2, section 5.1: C1 controls and non-characters are not printable.
        let isLineEnd = value == 0x85 || value == 0x2028 || value == 0x2029
        if value < 0xA0 || value == 0xFFFE || value == 0xFFFF || value == 0xFEFF || isLineEnd {
          faults.append(Fault(offset: index, length: length, isControl: true, isLineEnd: isLineEnd))
        } else {
          wellFormed += 1
        }
      } else {
        faults.append(Fault(offset: index, length: length, isControl: false))
      }
      index += length
    }
    return (faults, wellFormed)
  }

  /// The length of the sequence at `index` and its code point; no code point where it is malformed.
  private static func sequence(_ bytes: [UInt8], _ index: Int) -> (Int, UInt32?) {
    let first = bytes[index]
    let (count, low, high): (Int, UInt8, UInt8) =
      switch first {
      case 0xC2...0xDF: (1, 0x80, 0xBF)
      case 0xE0: (2, 0xA0, 0xBF)
      case 0xED: (2, 0x80, 0x9F)
      case 0xE1...0xEF: (2, 0x80, 0xBF)
      case 0xF0: (3, 0x90, 0xBF)
      case 0xF4: (3, 0x80, 0x8F)
      case 0xF1...0xF3: (3, 0x80, 0xBF)
      default: (0, 0, 0)
      }
    guard count > 0 else { return (1, nil) }
    var value = UInt32(first) & (count == 1 ? 0x1F : count == 2 ? 0x0F : 0x07)
    for step in 1...count {
      guard index + step < bytes.count else { return (step, nil) }
      let byte = bytes[index + step]
      guard byte >= (step == 1 ? low : 0x80), byte <= (step == 1 ? high : 0xBF) else { return (step, nil) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (count + 1, value)
  }

  /// The text with every fault replaced by one character, and where each now stands.
  private static func mend(_ bytes: [UInt8], _ faults: [Fault]) -> (bytes: [UInt8], offsets: [Int]) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + faults.count * 2)
    var offsets: [Int] = []
    var index = 0
    for fault in faults {
      result += bytes[index..<fault.offset]
      offsets.append(result.count)
      // U+FFFD, which YAML takes as any other letter; a blank for a control character.
      result += fault.isControl ? [0x20] : [0xEF, 0xBF, 0xBD]
      index = fault.offset + fault.length
    }
    result += bytes[index...]
    return (result, offsets)
  }

  /// UTF-16 or UTF-32, by its mark or by the zero bytes between ASCII letters.
  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    let (even, odd, count) = zeros(bytes)
    // Japanese in UTF-16 has few zeros, but keys, digits and line ends have one each.
    return max(odd, even) * 8 >= count && min(odd, even) == 0 ? "UTF-16" : nil
  }

  /// How many zeros stand at even and at odd offsets of the file's beginning, and how long that is.
  private static func zeros(_ bytes: [UInt8]) -> (even: Int, odd: Int, count: Int) {
    let head = bytes.prefix(256)
    let all = head.indices.filter { head[$0] == 0 }
    let odd = all.count { $0 % 2 == 1 }
    return (all.count - odd, odd, head.count)
  }

  private mutating func add(
    _ severity: Severity, _ code: FindingCode, _ place: Place?, _ message: Phrase, hint: Phrase? = nil
  ) {
    findings.append(Finding(severity, code: code.rawValue, at: place, message, hint: hint))
  }
}
