import Diagnostics
import Foundation
import Projection

/// A part of a job as it is saved: a line that says what it is, and a line that holds it.
///
/// The first line carries a fingerprint of the second, so that a file that was cut off or changed is known as such.
public enum PartFile {
  /// What the first line says.
  struct Head: Codable {
    var format: String
    var job: String
    var shard: String
    var check: String
    var bytes: Int
  }

  private static let format = "tenken-chance-part-4"
  /// A session of 40,000 houses takes some tens of megabytes.
  static let largest = 1 << 30

  /// The bytes of a part.
  public static func bytes(of record: ChanceRecord, shard: ChanceRun.Shard) throws(Trouble) -> [UInt8] {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let body = try encoder.encode(record)
      var check = Fingerprint()
      check.add(body)
      let head = Head(
        format: format, job: record.job, shard: shard.text, check: check.text, bytes: body.count)
      return Array(try encoder.encode(head)) + [0x0A] + Array(body) + [0x0A]
    } catch {
      throw Trouble(
        code: "cannot-write", Phrase(ja: "結果を書き出せません。", en: "The result cannot be written down."))
    }
  }

  /// A part that was read.
  struct Part {
    var path: String
    var shard: String
    var record: ChanceRecord
  }

  /// Reads parts of one job and puts them together, whatever their order.
  ///
  /// - Throws: A finding for every file that is no part, is damaged, comes from another job or holds runs of another file,
  ///   and for runs that are missing.
  public static func merge(_ paths: [String]) throws(Trouble) -> ChanceRecord {
    var parts: [Part] = []
    var findings: [Finding] = []
    for path in paths {
      do throws(Trouble) {
        parts.append(try read(path))
      } catch {
        findings += error.findings
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    // By their runs, so that the order in which they were named makes no difference.
    parts.sort { $0.firstRun < $1.firstRun }
    return try merge(parts)
  }

  private static func merge(_ parts: [Part]) throws(Trouble) -> ChanceRecord {
    guard var whole = parts.first?.record, let first = parts.first else {
      throw Trouble(
        code: "no-parts", Phrase(ja: "合わせるファイルがありません。", en: "There are no parts to put together."))
    }
    var findings: [Finding] = []
    var taken: [Part] = [first]
    for part in parts.dropFirst() {
      guard part.record.isOfSameJob(as: whole) else {
        findings.append(otherJob(part, first))
        continue
      }
      do throws(Simulation.MergeTrouble) {
        for index in whole.files.indices {
          try whole.files[index].tally.merge(part.record.files[index].tally)
        }
        taken.append(part)
      } catch {
        findings.append(trouble(error, part, taken))
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    guard whole.isWhole else {
      throw Trouble([
        MissingRuns(
          spans: whole.files.first?.tally.spans ?? [], runs: whole.runs, shard: first.shard
        ).finding
      ])
    }
    return whole
  }

  // MARK: - Reading

  private static func read(_ path: String) throws(Trouble) -> Part {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputReader.bytes(of: path, limit: largest)
    } catch {
      throw Trouble(
        code: "cannot-read",
        Phrase(ja: "「\(path)」を読めません。\(error.reason.ja)。", en: "‘\(path)’ cannot be read: \(error.reason.en).")
      )
    }
    let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = lines.first, let head = try? JSONDecoder().decode(Head.self, from: Data(first)),
      head.format.hasPrefix("tenken-chance-part-")
    else {
      throw Trouble(
        code: "no-part",
        Phrase(ja: "「\(path)」は --shard で書いたファイルではありません。", en: "‘\(path)’ was not written by --shard."),
        hint: Phrase(
          ja: "tenken project … --chance --shard 1/4 --output part-1 のように作ったものを並べてください。",
          en: "Name files made by ‘tenken project … --chance --shard 1/4 --output part-1’."))
    }
    guard head.format == format else {
      throw Trouble(
        code: "format-version",
        Phrase(
          ja: "「\(path)」の形式（\(head.format)）はわかりません。",
          en: "The form of ‘\(path)’ (\(head.format)) is not known."),
        hint: Phrase(ja: "同じ版の tenken で作り直してください。", en: "Make all parts with the same version of tenken."))
    }
    var body = lines.count > 1 ? lines[1] : []
    if body.last == 0x0A { body = body.dropLast() }
    var check = Fingerprint()
    check.add(body)
    guard body.count == head.bytes, check.text == head.check,
      let record = try? JSONDecoder().decode(ChanceRecord.self, from: Data(body)), record.isSound
    else { throw damaged(path, head) }
    return Part(path: path, shard: head.shard, record: record)
  }

  // MARK: - What is told

  private static func damaged(_ path: String, _ head: Head) -> Trouble {
    Trouble(
      code: "damaged-part",
      Phrase(
        ja: "「\(path)」は壊れています（途中で切れたか、書きかえられています）。",
        en: "‘\(path)’ is damaged: it was cut off or changed."),
      hint: Phrase(
        ja: "--shard \(head.shard) をもう一度計算してください。", en: "Make --shard \(head.shard) again."))
  }

  private static func otherJob(_ part: Part, _ first: Part) -> Finding {
    let (one, two) = (part.record, first.record)
    let why: Phrase =
      if one.seed != two.seed {
        Phrase(ja: "種が \(one.seed) と \(two.seed) で違います", en: "their seeds are \(one.seed) and \(two.seed)")
      } else if one.runs != two.runs {
        Phrase(ja: "回数が \(one.runs) と \(two.runs) で違います", en: "they have \(one.runs) and \(two.runs) runs")
      } else {
        Phrase(
          ja: "記録ファイル、率、地図、年、もしもの選び方のどれかが違います",
          en: "the session file, the rates, or the maps, years or scenarios that were chosen differ")
      }
    return Finding(
      .error, code: "other-job", at: nil,
      Phrase(
        ja: "「\(part.path)」は「\(first.path)」とは別の計算の一部です。\(why.ja)。",
        en: "‘\(part.path)’ is part of another job than ‘\(first.path)’: \(why.en)."))
  }

  private static func trouble(_ error: Simulation.MergeTrouble, _ part: Part, _ taken: [Part]) -> Finding {
    guard error == .sameRuns, let other = taken.first(where: { $0.sharesRuns(with: part) }) else {
      return Finding(
        .error, code: "damaged-part", at: nil,
        Phrase(ja: "「\(part.path)」: \(error.message.ja)", en: "‘\(part.path)’: \(error.message.en)"))
    }
    return Finding(
      .error, code: "same-runs", at: nil,
      Phrase(
        ja: "「\(part.path)」と「\(other.path)」に同じ回が入っています（\(part.shard) と \(other.shard)）。",
        en: "‘\(part.path)’ and ‘\(other.path)’ hold the same runs (\(part.shard) and \(other.shard))."),
      hint: Phrase(ja: "同じ分け前は一度だけ並べてください。", en: "Name each part once."))
  }
}

extension PartFile.Part {
  fileprivate var spans: [Simulation.Span] { record.files.first?.tally.spans ?? [] }
  fileprivate var firstRun: UInt32 { spans.first?.first ?? .max }

  fileprivate func sharesRuns(with other: PartFile.Part) -> Bool {
    spans.contains { one in other.spans.contains { one.first < $0.end && $0.first < one.end } }
  }
}

extension ChanceRecord {
  /// Whether another part answers the same question. File names may differ: parts are made on several machines.
  fileprivate func isOfSameJob(as other: ChanceRecord) -> Bool {
    job == other.job && runs == other.runs && seed == other.seed && tellsDriving == other.tellsDriving
      && files.count == other.files.count
      && zip(files, other.files).allSatisfy { one, two in
        one.title == two.title && one.maps == two.maps && one.cases == two.cases
      }
  }

  /// Whether everything in it fits together; what was saved may have been written by somebody else.
  fileprivate var isSound: Bool {
    files.allSatisfy { file in
      let (cases, maps) = (file.cases.count, file.maps.count)
      guard file.tally.isWhole, file.tally.cells.count == cases, file.tally.sums.count == cases else {
        return false
      }
      // Runs are spared only where nothing is told from them.
      if file.tally.isSpared,
        cases > 1 || file.cases.contains(where: { $0.cells.contains { $0.exact == nil } })
      {
        return false
      }
      return zip(file.cases, file.tally.cells).allSatisfy { item, row in
        item.cells.count == maps && row.count == maps
          && zip(item.cells, row).allSatisfy { cell, seen in
            let horizons = seen.figures.map(\.horizon)
            return cell.workshop.count == horizons.count
              && cell.workshop.allSatisfy { $0.count == CountItem.allCases.count }
              && seen.simulation.states.map(\.horizon) == horizons
              && (seen.differences?.map(\.horizon) ?? horizons) == horizons
              && (cell.exact?.map(\.horizon) ?? horizons) == horizons
              && (cell.exact ?? []).allSatisfy {
                $0.counts.count == CountItem.allCases.count && $0.ratios.count == RatioItem.allCases.count
              }
          }
      } && file.tally.sums.joined().allSatisfy { $0.maps.allSatisfy { (0..<maps).contains($0) } }
    }
  }
}
