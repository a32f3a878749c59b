import Foundation

/// A port of this machine that notes whether somebody connects to it.
public final class Listener {
    /// The number of the port.
    public let port: Int
    private let descriptor: Int32
    private var hasBeenCalled = false

    /// Opens a port that is free.
    public init() throws {
        #if canImport(Darwin)
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #else
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, length) = (descriptor, size)
        let isOpen = withUnsafeMutablePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isOpen else { throw POSIXError(.EADDRNOTAVAIL) }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// Whether somebody has connected so far.
    public var wasCalled: Bool {
        let caller = accept(descriptor, nil, nil)
        if caller >= 0 {
            close(caller)
            hasBeenCalled = true
        }
        return hasBeenCalled
    }
}
