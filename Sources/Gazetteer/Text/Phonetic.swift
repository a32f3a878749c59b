/// How a word sounds in French, roughly: words of one sound have one key.
///
/// A handful of spelling rules (eau and au are o, ai and ei are e, ph is f, y is i, h is mute, double letters are one,
/// the last consonants are mute), meant to catch what people write by ear. No claim to be a transcription.
enum Phonetic {
    /// The hash of the sound of a word of letters; 0 for words that are too short or hold digits.
    static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard word.count >= 3, word.count <= 40 else { return 0 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count * 2) { out in
            var length = 0
            func at(_ index: Int) -> UInt8 { index < word.count ? word[index] : 0 }
            func put(_ letter: UInt8) {
                if length > 0, out[length - 1] == letter { return }
                out[length] = letter
                length += 1
            }
            func soft(_ letter: UInt8) -> Bool { letter == 0x65 || letter == 0x69 || letter == 0x79 }
            var index = 0
            while index < word.count {
                let letter = word[index]
                let next = at(index + 1)
                guard letter >= 0x61 else { return 0 }
                switch (letter, next) {
                case (0x65, 0x61) where at(index + 2) == 0x75:  // eau
                    put(0x6F)
                    index += 2
                case (0x61, 0x75):  // au
                    put(0x6F)
                    index += 1
                case (0x6F, 0x65):  // oe
                    put(0x65)
                    index += 1
                case (0x61, 0x69), (0x61, 0x79), (0x65, 0x69), (0x65, 0x79):  // ai, ay, ei, ey
                    put(0x65)
                    index += 1
                case (0x70, 0x68):  // ph
                    put(0x66)
                    index += 1
                case (0x63, 0x68):  // ch
                    put(0x24)
                    index += 1
                case (0x73, 0x63) where at(index + 2) == 0x68:  // sch
                    put(0x24)
                    index += 2
                case (0x71, 0x75):  // qu
                    put(0x6B)
                    index += 1
                case (0x67, 0x75) where soft(at(index + 2)):  // gu
                    put(0x67)
                    index += 1
                case (0x67, _) where soft(next): put(0x6A)  // ge
                case (0x63, _): put(soft(next) ? 0x73 : 0x6B)
                case (0x71, _): put(0x6B)
                case (0x78, 0) where index > 0 && word[index - 1] == 0x75: break  // -aux, -eux, -oux: a mute x
                case (0x78, _):  // x
                    put(0x6B)
                    put(0x73)
                case (0x79, _): put(0x69)
                case (0x77, _): put(0x76)
                case (0x7A, _): put(0x73)
                case (0x68, _): break
                default: put(letter)
                }
                index += 1
            }
            var dropped = 0
            while length > 2, dropped < 2, [0x65, 0x73, 0x74, 0x64, 0x70].contains(out[length - 1]) {
                length -= 1
                dropped += 1
            }
            let hash = WordHash.of(UnsafeBufferPointer(start: out.baseAddress!, count: length))
            return hash == 0 ? 1 : hash
        }
    }
}
