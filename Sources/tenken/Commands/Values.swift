import ArgumentParser
import Diagnostics
import Foundation
import Studio
import Workshop

/// Values of options that are more than a word.
enum Values {
  /// `5,10,15`: years after the base year, each 1…100.
  static func horizons(_ text: String) throws -> [Int] {
    let numbers = try list(text.halfWidth).map { word in
      guard let number = Int(word), Horizons.range.contains(number) else {
        throw ValidationError(
          Phrase(
            ja: "何年後かは 1 から 100 までの数です（「\(word)」は使えません）。",
            en: "Years ahead are numbers from 1 to 100, not '\(word)'."
          ).told)
      }
      return number
    }
    return Array(Set(numbers)).sorted()
  }

  /// A single number of years after the base year, 0…100.
  static func horizon(_ text: String) throws -> Int {
    guard let number = Int(text.halfWidth), (0...100).contains(number) else {
      throw ValidationError(
        Phrase(
          ja: "何年後かは 0 から 100 までの数です（「\(text)」は使えません）。",
          en: "Years ahead are a number from 0 to 100, not '\(text)'."
        ).told)
    }
    return number
  }

  /// A calendar year.
  static func year(_ text: String) throws -> Int {
    let plain = text.halfWidth
    let digits = plain.hasSuffix("年") ? String(plain.dropLast()) : plain
    guard let number = Int(digits), (1900...2300).contains(number) else {
      throw ValidationError(
        Phrase(ja: "年は 2033 のように書きます（「\(text)」は使えません）。", en: "A year looks like 2033, not '\(text)'.").told)
    }
    return number
  }

  /// What shells offer for a kind of file.
  static var formatNames: CompletionKind { .list(OutputFormat.allCases.map(\.rawValue)) }
  /// What shells offer for a kind of picture.
  static var kindNames: CompletionKind { .list(PictureKind.allCases.map(\.rawValue)) }

  /// `svg,pdf,png`.
  static func formats(_ text: String) throws -> Set<OutputFormat> {
    Set(
      try list(text).map { word in
        guard let format = OutputFormat(rawValue: word.halfWidth.lowercased()) else {
          throw ValidationError(
            Phrase(
              ja: "ファイルの種類は svg、pdf、png です（「\(word)」は使えません）。",
              en: "Kinds of file are svg, pdf and png, not '\(word)'."
            ).told)
        }
        return format
      })
  }

  /// What shells offer for a size.
  static var sizeNames: CompletionKind { .list(ExportSize.named.map(\.name)) }

  /// `column`, `wide`, or a width such as `120mm`.
  static func size(_ text: String) throws -> ExportSize {
    if let size = ExportSize(text.halfWidth) { return size }
    let names = ExportSize.named.map(\.name)
    let (least, most) = (Int(ExportSize.widths.lowerBound), Int(ExportSize.widths.upperBound))
    throw ValidationError(
      Phrase(
        ja:
          "--size は \(names.joined(separator: "、")) か、120mm のような幅（\(least)mm から \(most)mm まで）です（「\(text)」は使えません）。",
        en:
          "--size is \(names.joined(separator: ", ")), or a width such as 120mm (\(least)mm to \(most)mm), not '\(text)'."
      ).told)
  }

  /// `map,fan`.
  static func kinds(_ text: String) throws -> Set<PictureKind> {
    Set(
      try list(text).map { word in
        guard let kind = PictureKind(rawValue: word.lowercased()) else {
          let all = PictureKind.allCases.map(\.rawValue)
          throw ValidationError(
            Phrase(
              ja: "絵の種類は \(all.joined(separator: "、")) です（「\(word)」は使えません）。",
              en: "Kinds of pictures are \(all.joined(separator: ", ")), not '\(word)'."
            ).told)
        }
        return kind
      })
  }

  /// How many runs to simulate.
  static func runs(_ text: String) throws -> UInt32 {
    try number(text.halfWidth.filter { $0 != "," }, of: "--runs", 1...10_000_000)
  }

  /// The seed of the runs.
  static func seed(_ text: String) throws -> UInt64 {
    if let seed = UInt64(text) { return seed }
    throw ValidationError(
      Phrase(
        ja: "--seed は 0 以上の整数です（「\(text)」は使えません）。", en: "--seed is a whole number from 0, not '\(text)'."
      ).told)
  }

  /// On how many threads to reckon.
  static func threads(_ text: String) throws -> Int { try number(text, of: "--threads", 1...1024) }

  /// How many processors there are.
  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// `3/16`: the third of sixteen parts.
  static func shard(_ text: String) throws -> ChanceRun.Shard {
    let parts = text.halfWidth.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      let shard = ChanceRun.Shard(number, of: count)
    else {
      throw ValidationError(
        Phrase(
          ja: "--shard は「16 のうちの 3 番目」なら 3/16 と書きます（「\(text)」は使えません）。",
          en: "--shard is written 3/16 for the third of sixteen parts, not '\(text)'."
        ).told)
    }
    return shard
  }

  /// The resolution of PNG.
  static func dpi(_ text: String) throws -> Double { try number(text, of: "--dpi", 36...1200) }

  /// How many to do at the same time.
  static func jobs(_ text: String) throws -> Int { try number(text, of: "--jobs", 1...256) }

  /// A number within a range, for an option whose error need say no more than that.
  static func number<Number: LosslessStringConvertible & Comparable>(
    _ text: String, of option: String, _ range: ClosedRange<Number>
  ) throws -> Number {
    if let number = Number(text.halfWidth), range.contains(number) { return number }
    func plain(_ bound: Number) -> String { bound.description.replacing(/\.0$/, with: "") }
    let (least, most) = (plain(range.lowerBound), plain(range.upperBound))
    throw ValidationError(
      Phrase(
        ja: "\(option) は \(least) から \(most) までの数です（「\(text)」は使えません）。",
        en: "\(option) is a number from \(least) to \(most), not '\(text)'."
      ).told)
  }

  private static func list(_ text: String) throws -> [String] {
    let words = text.split(whereSeparator: { ",、， ".contains($0) }).map(String.init)
    guard !words.isEmpty else {
      throw ValidationError(Phrase(ja: "値が空です。", en: "The value is empty.").told)
    }
    return words
  }
}

extension String {
  /// With full-width letters, digits and signs made half-width, as a Japanese keyboard easily leaves them.
  var halfWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar.value == 0x3000 ? " " : scalar
        }))
  }
}
