import Diagnostics
import Picture

/// Adds to a PDF what Cairo 1.16 cannot write: the language, the mark of a structured document, and words for
/// figures. Objects are edited where they stand and the table of their places is made anew.
struct PDFFinish {
  private var header: [UInt8]
  private var objects: [Int: [UInt8]] = [:]
  private var order: [Int] = []
  private var trailer: [UInt8]
  private let root: Int

  /// Reads the table at the end of `file`; nil for a file that is not laid out as Cairo does it.
  init?(_ file: [UInt8]) {
    guard
      let start = file.lastRange(of: "startxref\n"),
      let table = Self.number(in: file, at: start.upperBound),
      let trailer = file.lastRange(of: "trailer\n"), table < trailer.lowerBound,
      let rootKey = file.firstRange(of: "/Root ", in: trailer.upperBound..<start.lowerBound),
      let root = Self.number(in: file, at: rootKey.upperBound)
    else { return nil }
    let lines = file[table..<trailer.lowerBound].split(separator: UInt8(ascii: "\n"))
    var places: [(object: Int, offset: Int)] = []
    for (index, line) in lines.dropFirst(2).enumerated() where line.contains(UInt8(ascii: "n")) {
      guard let offset = Int(String(decoding: line.prefix(10), as: UTF8.self)), offset < table else {
        return nil
      }
      places.append((index, offset))
    }
    places.sort { $0.offset < $1.offset }
    guard let first = places.first else { return nil }
    header = Array(file[..<first.offset])
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].offset : table
      objects[place.object] = Array(file[place.offset..<end])
      order.append(place.object)
    }
    self.trailer = Array(file[trailer.lowerBound..<start.lowerBound])
    self.root = root
  }

  /// Says what language the document speaks, that it has a structure, and that its title is to be shown.
  mutating func describe(language: Language) {
    add("/Lang", "(\(language.rawValue))", to: root)
    add("/MarkInfo", "<< /Marked true >>", to: root)
    add("/ViewerPreferences", "<< /DisplayDocTitle true >>", to: root)
  }

  /// Puts the pages' structures into one document. Cairo cannot: it takes a tag that spans pages of different
  /// sizes for an error.
  mutating func gatherStructure() {
    guard
      let treeKey = objects[root].flatMap({ object in
        object.firstRange(of: "/StructTreeRoot ").flatMap { Self.number(in: object, at: $0.upperBound) }
      }),
      var tree = objects[treeKey],
      let kids = tree.firstRange(of: "/K ["),
      let end = tree.firstRange(of: "]", in: kids.upperBound..<tree.count)
    else { return }
    let list = tree.text(kids.upperBound..<end.lowerBound)
    let words = list.split(separator: " ")
    let children = stride(from: 0, to: words.count, by: 3).compactMap { Int(words[$0]) }
    let document = (order.max() ?? 0) + 1
    for child in children {
      guard var object = objects[child], let parent = object.firstRange(of: "/P \(treeKey) 0 R") else {
        return
      }
      object.replaceSubrange(parent, with: "/P \(document) 0 R".utf8)
      objects[child] = object
    }
    tree.replaceSubrange(kids.lowerBound..<end.upperBound, with: "/K [ \(document) 0 R ]".utf8)
    objects[treeKey] = tree
    objects[document] = Array(
      """
      \(document) 0 obj
      << /Type /StructElem
         /S /Document
         /P \(treeKey) 0 R
         /K [\(list)]
      >>
      endobj

      """.utf8)
    order.append(document)
    let size = trailer.firstRange(of: "/Size \(document)\n")
    if let size { trailer.replaceSubrange(size, with: "/Size \(document + 1)\n".utf8) }
  }

  /// Names each form of a page once. Cairo repeats its name for every place where it is painted.
  mutating func nameFormsOnce() {
    for (number, object) in objects where object.count < Self.longestDictionary {
      guard
        let start = object.firstRange(of: "/XObject << "), object.firstRange(of: "stream\n") == nil,
        let end = object.firstRange(of: " >>", in: start.upperBound..<object.count)
      else { continue }
      let words = object.text(start.upperBound..<end.lowerBound).split(separator: " ")
      guard words.count.isMultiple(of: 4) else { continue }
      var seen: Set<Substring> = []
      var kept: [Substring] = []
      for index in stride(from: 0, to: words.count, by: 4) where seen.insert(words[index]).inserted {
        kept += words[index..<index + 4]
      }
      if kept.count == words.count { continue }
      var changed = object
      changed.replaceSubrange(start.upperBound..<end.lowerBound, with: kept.joined(separator: " ").utf8)
      objects[number] = changed
    }
  }

  /// Tells the press where pages are cut, in the order of the pages.
  mutating func describe(press: [(size: Size, marks: PressMarks?)]) {
    guard press.contains(where: { $0.marks != nil }) else { return }
    let pages = order.filter { objects[$0].map { $0.firstRange(of: "<< /Type /Page ") != nil } ?? false }
    guard pages.count == press.count else { return }
    for (number, (size, marks)) in zip(pages, press) {
      guard let marks else { continue }
      add("/TrimBox", Self.box(marks.trim, size), to: number)
      add("/BleedBox", Self.box(marks.trim.inset(-marks.bleed, -marks.bleed), size), to: number)
    }
  }

  /// A rectangle as PDF has it: from the lower left corner.
  private static func box(_ rect: Rect, _ size: Size) -> String {
    func number(_ length: Length) -> String { String((length.points * 1000).rounded() / 1000) }
    let edges = [rect.minX, size.height - rect.maxY, rect.maxX, size.height - rect.minY]
    return "[ " + edges.map(number).joined(separator: " ") + " ]"
  }

  /// Gives the figures their words, in the order of the document.
  mutating func describe(figures: [String?]) {
    let elements = objects.keys.sorted().filter { number in
      objects[number].map { $0.count < Self.longestElement && $0.firstRange(of: "/S /Figure\n") != nil }
        ?? false
    }
    guard elements.count == figures.count else { return }
    for (element, words) in zip(elements, figures) {
      if let words { add("/Alt", Self.string(words), to: element) }
    }
  }

  /// The file, whole again.
  func bytes() -> [UInt8] {
    var out = header
    var offsets: [Int: Int] = [:]
    for number in order {
      offsets[number] = out.count
      out += objects[number] ?? []
    }
    let table = out.count
    let size = (order.max() ?? 0) + 1
    out += "xref\n0 \(size)\n0000000000 65535 f \n".utf8
    for number in 1..<size {
      let digits = String(offsets[number] ?? 0)
      out += (String(repeating: "0", count: 10 - digits.count) + digits).utf8
      out += (offsets[number] == nil ? " 65535 f \n" : " 00000 n \n").utf8
    }
    out += trailer
    out += "startxref\n\(table)\n%%EOF\n".utf8
    return out
  }

  /// Adds an entry to an object that is a dictionary, unless it has it already.
  private mutating func add(_ key: String, _ value: String, to number: Int) {
    guard var object = objects[number], object.firstRange(of: key + " ") == nil,
      let end = object.lastRange(of: ">>\nendobj")
    else { return }
    object.insert(contentsOf: "   \(key) \(value)\n".utf8, at: end.lowerBound)
    objects[number] = object
  }

  /// No element of the structure and no list of a page's forms is as long as this, but streams are, and need
  /// not be searched.
  private static let longestDictionary = 65_536
  private static let longestElement = 4096

  /// A text string: UTF-16 with its mark, in hexadecimal.
  private static func string(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF" + units.joined() + ">"
  }

  private static func number(in file: [UInt8], at start: Int) -> Int? {
    let digits = file[start...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
