extension Page {
    /// Whether every index stored in the page lies in its range.
    ///
    /// A page whose checksum agrees was written so; a program that writes wrong ones is found here. Linear in its size.
    var hasValidIndices: Bool {
        (0..<wordCount).allSatisfy(hasValidWord) && (0..<postingCount).allSatisfy { posting($0) < streetCount }
            && (0..<streetWordCount).allSatisfy { streetWord($0) < wordCount }
            && (0..<streetCount).allSatisfy(hasValidStreet) && (0..<addressCount).allSatisfy(hasValidAddress)
            && hasValidLists
    }
}
