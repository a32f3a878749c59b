/// Runs a body several times and gives the shortest and the median time in seconds; the first run is a warm-up.
func measure<Result>(rounds: Int, _ body: () -> Result) -> (result: Result, best: Double, median: Double) {
    let clock = ContinuousClock()
    var result = body()
    var seconds: [Double] = []
    for _ in 0..<rounds {
        let time = clock.measure { result = body() }
        seconds.append(Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
    }
    seconds.sort()
    return (result, seconds[0], seconds[seconds.count / 2])
}

/// `12.3` of 12.34, padded to a width.
func fixed(_ value: Double, _ width: Int = 8) -> String {
    let tenths = Int((value * 10).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
}
