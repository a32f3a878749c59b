import Foundation
import TestSupport

/// A page in Chromium without a screen, driven by chromedriver on this machine.
///
/// Source: W3C, "WebDriver" (2018), https://www.w3.org/TR/webdriver1.
final class Browser {
    static let missing = "needs chromedriver (apt-get install chromium-driver)"
    private static let driver: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.lazy.map { "\($0)/chromedriver" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()
    static let isInstalled = driver != nil

    private let process = Process()
    private let profile: TemporaryFolder
    private var session = ""
    private var port: UInt16 = 0

    /// Starts the browser with a window of a size.
    init(width: Int = 1400, height: Int = 900) throws {
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
                self.port = UInt16(port.1)!
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
        let made = try call("POST", "/session", ["capabilities": ["alwaysMatch": wanted]])
        session = try text(made, "sessionId")
    }

    deinit { stop() }

    /// Ends the browser and the driver.
    func close() {
        _ = try? call("DELETE", "/session/\(session)", nil)
        stop()
    }

    /// Ends the driver; it may have inherited a mask that keeps it from hearing anything gentler.
    private func stop() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Opens a file and waits until the page says that it is ready.
    func open(_ path: String) throws {
        try ask("POST", "/url", ["url": URL(fileURLWithPath: path).absoluteString])
        try wait("return document.documentElement.dataset.ready === '1'")
    }

    /// What a script gives, as text.
    func script(_ text: String) throws -> String {
        let whole = "return String((() => { \(text) })())"
        let value = try ask("POST", "/execute/sync", ["script": whole, "args": [Any]()])
        guard let text = value as? String else { throw BrowserError("no text from \(whole)") }
        return text
    }

    /// Waits until a script says true.
    func wait(_ text: String) throws {
        for _ in 0..<200 {
            if try script(text) == "true" { return }
            usleep(50_000)
        }
        throw BrowserError("never came true: \(text)")
    }

    /// Types into an element, by its selector; keys without a character are those of WebDriver, such as `\u{E007}` for Enter.
    func type(_ keys: String, into selector: String) throws {
        try ask("POST", "/element/\(find(selector))/value", ["text": keys])
    }

    /// Clicks the middle of an element.
    func click(_ selector: String) throws {
        try ask("POST", "/element/\(find(selector))/click", [String: String]())
    }

    /// Clicks or drags over the page: places in pixels of the window, from the first to the last.
    func drag(_ places: [(x: Int, y: Int)]) throws {
        var actions: [[String: Any]] = [["type": "pointerMove", "duration": 0, "x": places[0].x, "y": places[0].y]]
        actions.append(["type": "pointerDown", "button": 0])
        for place in places.dropFirst() {
            actions.append(["type": "pointerMove", "duration": 50, "x": place.x, "y": place.y])
        }
        actions.append(["type": "pointerUp", "button": 0])
        let pointer: [String: Any] = ["type": "pointer", "id": "mouse", "actions": actions]
        try ask("POST", "/actions", ["actions": [pointer]])
    }

    /// The errors that the console got: of the script, and what the page's policy forbade.
    func console() throws -> [String] {
        let entries = try ask("POST", "/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
        return entries.filter { $0["level"] as? String == "SEVERE" }.compactMap { $0["message"] as? String }
    }

    private func find(_ selector: String) throws -> String {
        let found = try ask("POST", "/element", ["using": "css selector", "value": selector])
        return try text(found, "element-6066-11e4-a52e-4f735466cecf")
    }

    @discardableResult
    private func ask(_ method: String, _ path: String, _ body: [String: Any]) throws -> Any {
        try call(method, "/session/\(session)\(path)", body)
    }

    private func call(_ method: String, _ path: String, _ body: [String: Any]?) throws -> Any {
        let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
        let data = try LocalHTTP.ask(port: port, method, path, content)
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

/// One request to a server on this machine, over a connection of its own.
///
/// URLSession refuses the driver's header lines on Linux.
private enum LocalHTTP {
    static func ask(port: UInt16, _ method: String, _ path: String, _ body: Data) throws -> Data {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw BrowserError("no socket") }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw BrowserError("nobody listens on port \(port)") }
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        var rest = (Data(head.utf8) + body)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw BrowserError("the driver does not listen") }
            rest = rest.dropFirst(count)
        }
        return try answer(descriptor)
    }

    /// Reads as many bytes as the answer's head announces.
    private static func answer(_ descriptor: Int32) throws -> Data {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = received.range(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased()
                let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
                if received.count >= end.upperBound + length { return received[end.upperBound...].prefix(length) }
            }
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { throw BrowserError("the driver ended the connection") }
            received.append(contentsOf: buffer[..<count])
        }
    }
}
