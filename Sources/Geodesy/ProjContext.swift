internal import CPROJ

/// One PROJ context with the last message it gave; offline, silent, and used by one owner only.
final class ProjContext {
    let pointer: OpaquePointer
    private(set) var message = ""

    /// A context that may open `proj.db`, or one that never looks for it.
    ///
    /// PROJ opens its database even to read a pipeline that needs nothing from it (4 ms); with a search path that
    /// leads nowhere it goes on without (0.2 ms) and gives the same numbers.
    init(database: Bool) {
        // Fails only when memory does.
        pointer = proj_context_create()!
        proj_context_set_enable_network(pointer, 0)
        // A log function rather than a log level: some messages are sent whatever the level.
        proj_log_func(pointer, Unmanaged.passUnretained(self).toOpaque()) { context, level, text in
            guard let context, let text, level == PJ_LOG_ERROR.rawValue else { return }
            Unmanaged<ProjContext>.fromOpaque(context).takeUnretainedValue().message = String(cString: text)
        }
        if !database {
            "/nonexistent".withCString { path in
                withUnsafePointer(to: Optional(path)) { proj_context_set_search_paths(pointer, 1, $0) }
            }
        }
    }

    deinit { proj_context_destroy(pointer) }

    /// True when PROJ found its database.
    var hasDatabase: Bool { proj_context_get_database_path(pointer) != nil }

    /// The transformation of a pipeline or projection string.
    func transformation(_ definition: String) -> OpaquePointer? { proj_create(pointer, definition) }

    /// The best transformation that the database has between two codes, in x, y order.
    func transformation(from: Int, to: Int) -> OpaquePointer? {
        guard let plain = proj_create_crs_to_crs(pointer, "EPSG:\(from)", "EPSG:\(to)", nil) else { return nil }
        defer { proj_destroy(plain) }
        return proj_normalize_for_visualization(pointer, plain)
    }
}
