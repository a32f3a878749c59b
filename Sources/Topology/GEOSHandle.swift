internal import CGEOS

/// One GEOS context handle with the last error it gave. One thread at a time.
final class GEOSHandle {
    let pointer: GEOSContextHandle_t
    private var message = ""

    init() {
        // Fails only when memory does.
        pointer = GEOS_init_r()!
        let this = Unmanaged.passUnretained(self).toOpaque()
        _ = GEOSContext_setErrorMessageHandler_r(
            pointer,
            { text, this in
                guard let text, let this else { return }
                Unmanaged<GEOSHandle>.fromOpaque(this).takeUnretainedValue().message = String(cString: text)
            }, this)
    }

    deinit { GEOS_finish_r(pointer) }

    /// The error of a C function that has just failed; its message is then forgotten.
    func error(_ function: StaticString) -> TopologyError {
        defer { message = "" }
        return .geos(function: "\(function)", message: message.isEmpty ? "no message" : message)
    }

    /// The result of a C function that returns a geometry, as an owned one.
    func owned(_ geometry: OpaquePointer?, _ function: StaticString) throws(TopologyError) -> OwnedGeometry {
        guard let geometry else { throw error(function) }
        return OwnedGeometry(geometry, handle: pointer)
    }

    /// The result of a predicate: 0, 1, or 2 for failure.
    func truth(_ result: CChar, _ function: StaticString) throws(TopologyError) -> Bool {
        guard result == 0 || result == 1 else { throw error(function) }
        return result == 1
    }
}

/// A geometry that is destroyed when it goes out of use, unless it is given away.
struct OwnedGeometry: ~Copyable {
    let pointer: OpaquePointer
    private let handle: GEOSContextHandle_t

    init(_ pointer: OpaquePointer, handle: GEOSContextHandle_t) {
        self.pointer = pointer
        self.handle = handle
    }

    deinit { GEOSGeom_destroy_r(handle, pointer) }

    /// Gives the geometry to a C function that owns its arguments, even when it fails.
    consuming func giveAway() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }
}
