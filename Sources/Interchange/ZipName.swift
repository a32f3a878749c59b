/// The characters of names in an archive.
enum ZipName {
    /// The upper half of code page 437, which names are in unless they are UTF-8. Source: Unicode Consortium,
    /// MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT.
    private static let high = Array(
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

    /// UTF-8 where the bytes are that, whatever the archive says; backslashes of old programs are slashes.
    static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(validating: bytes, as: UTF8.self) ?? dosText(bytes)
        return String(text.map { $0 == "\\" ? "/" : $0 })
    }

    private static func dosText(_ bytes: ArraySlice<UInt8>) -> String {
        String(bytes.map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : high[Int($0) - 0x80] })
    }
}
