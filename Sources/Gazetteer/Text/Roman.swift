/// Roman numbers from 2 to 39, alone or with a mark of order ("XIV", "XXe").
enum Roman {
    /// The value, or 0 when the word is none. "ve", "xe" and "ier" count, "v" and "x" alone do not.
    static func value(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        var end = word.count
        var marked = false
        if end >= 4, word[end - 1] == 0x65, word[end - 2] == 0x6D, word[end - 3] == 0x65 {
            (end, marked) = (end - 3, true)
        } else if end >= 3, word[end - 1] == 0x72, word[end - 2] == 0x65 {
            (end, marked) = (end - 2, true)
        } else if end >= 2, word[end - 1] == 0x65 {
            (end, marked) = (end - 1, true)
        }
        guard end >= (marked ? 1 : 2), end <= 7 else { return 0 }
        var index = 0
        var total = 0
        while index < end, word[index] == 0x78 { (index, total) = (index + 1, total + 10) }
        guard total <= 30 else { return 0 }
        if index + 1 < end, word[index] == 0x69, word[index + 1] == 0x78 {
            (index, total) = (index + 2, total + 9)
        } else if index + 1 < end, word[index] == 0x69, word[index + 1] == 0x76 {
            (index, total) = (index + 2, total + 4)
        } else {
            if index < end, word[index] == 0x76 { (index, total) = (index + 1, total + 5) }
            var ones = 0
            while index < end, word[index] == 0x69, ones < 3 { (index, total, ones) = (index + 1, total + 1, ones + 1) }
        }
        return index == end && (total != 1 || word.count > 2) ? total : 0
    }
}
