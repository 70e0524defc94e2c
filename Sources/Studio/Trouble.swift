import Diagnostics
import Foundation

/// What stopped a use case: one finding or more, ready to be told.
public struct Trouble: Error, Sendable, Hashable {
  /// What was found, in the order in which it should be told.
  public var findings: [Finding]
  /// Whether the command was not meant so: options that say nothing to the files that were named.
  public var isMisuse = false

  /// Trouble told in several findings.
  public init(_ findings: [Finding]) { self.findings = findings }

  /// Trouble told in one finding that has no place in a file.
  public init(code: String, _ message: Phrase, hint: Phrase? = nil, isMisuse: Bool = false) {
    self.isMisuse = isMisuse
    findings = [Finding(.error, code: code, at: nil, message, hint: hint)]
  }
}

/// An error number of the operating system, in words that say what to do.
struct SystemError: Error, Sendable, Hashable {
  /// `errno` as it was when the call failed.
  var number: Int32

  init(_ number: Int32) { self.number = number }

  /// Takes the number that the last call left; to be asked at once after the call.
  static func last() -> SystemError { SystemError(errno) }

  /// What it is, as the second half of a sentence ("cannot be written: the disk is full").
  var reason: Phrase {
    switch number {
    case ENOSPC: Phrase(ja: "ディスクがいっぱいです", en: "the disk is full")
    case EDQUOT: Phrase(ja: "割り当てられた容量を使い切っています", en: "your share of the disk is used up")
    case EFBIG: Phrase(ja: "ファイルが大きすぎて、ここには置けません", en: "the file is too large for this place")
    case EROFS: Phrase(ja: "書き込めないディスクです", en: "the disk is read-only")
    case EACCES, EPERM: Phrase(ja: "許可がありません", en: "permission is denied")
    case ENOENT: Phrase(ja: "見つかりません", en: "it does not exist")
    case ENOTDIR: Phrase(ja: "途中にフォルダーでないものがあります", en: "a part of the path is not a folder")
    case EISDIR: Phrase(ja: "フォルダーです", en: "it is a folder")
    case ENAMETOOLONG: Phrase(ja: "名前が長すぎます", en: "the name is too long")
    case ELOOP: Phrase(ja: "リンクが輪になっています", en: "the links go round in a circle")
    case EMFILE, ENFILE: Phrase(ja: "開いているファイルが多すぎます", en: "too many files are open")
    case ENOMEM: Phrase(ja: "メモリーが足りません", en: "there is not enough memory")
    case EIO: Phrase(ja: "ディスクの読み書きに失敗しました", en: "the disk could not be read or written")
    case EPIPE: Phrase(ja: "受け取る側が先に閉じました", en: "the receiving program closed it early")
    case ETXTBSY, EBUSY: Phrase(ja: "ほかのプログラムが使っています", en: "another program is using it")
    case EBADF: Phrase(ja: "閉じられています", en: "it is closed")
    case EXDEV: Phrase(ja: "別のディスクにあります", en: "it lies on another disk")
    default:
      // The system's own words; they are English wherever no locale was set, which is the case here.
      Phrase(
        ja: "システムのエラー \(number)（\(String(cString: strerror(number)))）",
        en: "system error \(number) (\(String(cString: strerror(number))))")
    }
  }
}
