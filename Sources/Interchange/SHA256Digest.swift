internal import CCrypto
import Foundation

/// A SHA-256 digest (FIPS 180-4), computed by libcrypto.
public struct SHA256Digest: Sendable, Hashable, CustomStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
    public var description: String { hexadecimal }

    /// The digest as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The digest of bytes in memory.
    public init(of bytes: [UInt8]) {
        let hasher = SHA256Hasher()
        hasher.update(bytes)
        self = hasher.finish()
    }

    /// The digest of a file's bytes as they are on disk (a compressed file is not inflated), in constant memory.
    ///
    /// Throws ``InterchangeError`` when the file is missing or unreadable.
    public static func ofFile(_ path: String) throws(InterchangeError) -> SHA256Digest {
        let source = try ByteSource(path: path, inflates: false)
        let hasher = SHA256Hasher()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try source.read(into: &buffer)
            if count == 0 { return hasher.finish() }
            buffer.withUnsafeBufferPointer { hasher.update(UnsafeBufferPointer(rebasing: $0[..<count])) }
        }
    }
}

/// A SHA-256 computation fed piece by piece; for one thread.
public final class SHA256Hasher {
    private let context: OpaquePointer

    /// Begins a computation.
    public init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            fatalError("libcrypto has no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    public func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        EVP_DigestUpdate(context, base, bytes.count)
    }

    /// Adds bytes.
    public func update(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { update($0) } }

    /// The digest of all bytes added so far; more can be added.
    public var current: SHA256Digest {
        guard let copy = EVP_MD_CTX_new() else { fatalError("libcrypto has no memory") }
        defer { EVP_MD_CTX_free(copy) }
        var bytes = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        EVP_MD_CTX_copy_ex(copy, context)
        EVP_DigestFinal_ex(copy, &bytes, &length)
        return SHA256Digest(bytes: bytes)
    }

    /// The digest of all bytes added so far; the computation begins anew after it.
    public func finish() -> SHA256Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        EVP_DigestFinal_ex(context, &bytes, &length)
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        return SHA256Digest(bytes: bytes)
    }
}
