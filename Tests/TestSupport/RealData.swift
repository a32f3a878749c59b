public import Foundation

/// The folder of real open data used for measuring, when it is there.
///
/// It lies beside the checkout as `shared`, or where `QPV_SHARED` says. Nothing of it belongs to the project: a test
/// that needs a file of it is skipped with ``missing`` when the file is absent.
public enum RealData {
    /// The message of a test skipped for want of real data.
    public static let missing = "needs the real data (set QPV_SHARED to its folder)"

    /// The root of the checkout.
    public static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder, whether it exists or not.
    public static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["QPV_SHARED"] { return URL(fileURLWithPath: path) }
        return package.deletingLastPathComponent().appendingPathComponent("shared")
    }()

    /// The path of a file such as `data/ban-bondy/adresses-93010.csv`.
    public static func path(_ relative: String) -> String { folder.appendingPathComponent(relative).path }

    /// True when every one of these files is there.
    public static func has(_ relative: String...) -> Bool {
        relative.allSatisfy { FileManager.default.fileExists(atPath: path($0)) }
    }
}
