import Foundation
import TestSupport

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A page in Chromium without a screen, driven by chromedriver on this machine.
///
/// Source: W3C, "WebDriver" (2018), https://www.w3.org/TR/webdriver1.
final class Browser: @unchecked Sendable {
    static let missing = "needs chromedriver (apt-get install chromium-driver)"
    private static let driver: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.lazy.map { "\($0)/chromedriver" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()
    static let isInstalled = driver != nil

    private let process = Process()
    private let profile: TemporaryFolder
    private var session = ""
    private var base = URL(fileURLWithPath: "/")

    /// Starts the browser with a window of a size.
    init(width: Int = 1400, height: Int = 900) async throws {
        profile = try TemporaryFolder()
        process.executableURL = URL(fileURLWithPath: Self.driver!)
        process.arguments = ["--port=0"]
        process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": profile.url.path]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The driver takes a free port and says which.
        var said = ""
        while true {
            let data = pipe.fileHandleForReading.availableData
            said += String(decoding: data, as: UTF8.self)
            if let port = said.firstMatch(of: /started successfully on port (\d+)/) {
                base = URL(string: "http://127.0.0.1:\(port.1)")!
                break
            }
            guard !data.isEmpty else { throw BrowserError("chromedriver does not start: \(said)") }
        }
        let options: [String: Any] = [
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--window-size=\(width),\(height)", "--user-data-dir=\(profile.path("profile"))",
            ]
        ]
        let wanted: [String: Any] = ["goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"]]
        let made = try await call("POST", "/session", ["capabilities": ["alwaysMatch": wanted]])
        session = try text(made, "sessionId")
    }

    deinit { if process.isRunning { process.terminate() } }

    /// Ends the browser and the driver.
    func close() async {
        _ = try? await call("DELETE", "/session/\(session)", nil)
        process.terminate()
    }

    /// Opens a file and waits until the page says that it is ready.
    func open(_ path: String) async throws {
        try await ask("POST", "/url", ["url": URL(fileURLWithPath: path).absoluteString])
        try await wait("return document.documentElement.dataset.ready === '1'")
    }

    /// What a script gives, as text; numbers and truth values too.
    func script(_ text: String) async throws -> String {
        let value = try await ask("POST", "/execute/sync", ["script": text, "args": [Any]()])
        return (value as? String) ?? (value as? Bool).map { "\($0)" } ?? (value as? NSNumber).map { "\($0)" } ?? ""
    }

    /// Waits until a script says true.
    func wait(_ text: String) async throws {
        for _ in 0..<200 {
            if try await script("return String((() => { \(text) })())") == "true" { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BrowserError("never came true: \(text)")
    }

    /// Types into an element, by its selector; keys without a character are those of WebDriver, such as `\u{E007}` for Enter.
    func type(_ keys: String, into selector: String) async throws {
        try await ask("POST", "/element/\(find(selector))/value", ["text": keys])
    }

    /// Clicks the middle of an element.
    func click(_ selector: String) async throws {
        try await ask("POST", "/element/\(find(selector))/click", [String: String]())
    }

    /// Clicks or drags over the page: places in pixels of the window, from the first to the last.
    func drag(_ places: [(x: Int, y: Int)]) async throws {
        var actions: [[String: Any]] = [["type": "pointerMove", "duration": 0, "x": places[0].x, "y": places[0].y]]
        actions.append(["type": "pointerDown", "button": 0])
        for place in places.dropFirst() {
            actions.append(["type": "pointerMove", "duration": 50, "x": place.x, "y": place.y])
        }
        actions.append(["type": "pointerUp", "button": 0])
        let pointer: [String: Any] = ["type": "pointer", "id": "mouse", "actions": actions]
        try await ask("POST", "/actions", ["actions": [pointer]])
    }

    /// What the console got: errors of the script, and what the page's policy forbade.
    func console() async throws -> [String] {
        let entries = try await ask("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.compactMap { $0["message"] as? String }
    }

    private func find(_ selector: String) async throws -> String {
        let found = try await ask("POST", "/element", ["using": "css selector", "value": selector])
        return try text(found, "element-6066-11e4-a52e-4f735466cecf")
    }

    @discardableResult
    private func ask(_ method: String, _ path: String, _ body: [String: Any]) async throws -> Any {
        try await call(method, "/session/\(session)\(path)", body)
    }

    private func call(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any {
        var request = URLRequest(url: URL(string: base.absoluteString + path)!, timeoutInterval: 60)
        request.httpMethod = method
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        if let body { request.httpBody = try JSONSerialization.data(withJSONObject: body) }
        let (data, _) = try await URLSession.shared.data(for: request)
        let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let value = answer?["value"] ?? NSNull()
        if let failure = value as? [String: Any], let message = failure["message"] as? String, failure["error"] != nil {
            throw BrowserError(message)
        }
        return value
    }

    private func text(_ value: Any, _ name: String) throws -> String {
        guard let text = (value as? [String: Any])?[name] as? String else { throw BrowserError("no \(name)") }
        return text
    }
}

/// What the browser or its driver says.
struct BrowserError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
