import Interchange
import TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
    static func parse(_ text: String) throws -> JSONValue { try JSONValue.parse(Array(text.utf8), name: "a.json") }

    static func failure(_ text: String) -> String {
        do { return "read as \(try parse(text).json())" } catch {
            return (error as? InterchangeError)?.fullDescription ?? "\(error)"
        }
    }

    @Test("a value is written as it was read: order, digits and all")
    func roundTrip() throws {
        let text = #"{"b":1.50,"a":[true,false,null,-0,1e5,{}],"é":"\"\\\n\u0001/€","":[]}"#
        #expect(try Self.parse(text).json() == text)
        #expect(try Self.parse(" [ 1 , 2 ]\r\n").json() == "[1,2]")
        #expect(try Self.parse("\u{FEFF}3").json() == "3")
    }

    @Test("pretty text is stable")
    func pretty() {
        let value: JSONValue = [
            "code": "QN05701M", "share": 0.25, "n": 3, "none": nil, "list": [1, [:], []], "ok": true,
        ]
        #expect(
            value.json(pretty: true) == """
                {
                  "code": "QN05701M",
                  "share": 0.25,
                  "n": 3,
                  "none": null,
                  "list": [
                    1,
                    {},
                    []
                  ],
                  "ok": true
                }
                """)
    }

    @Test("values are what they look like")
    func access() throws {
        let value = try Self.parse(#"{"a":1.0,"b":"x","c":[2.5],"a":7}"#)
        #expect(value["a"]?.integer == 7 && value["b"]?.string == "x" && value["c"]?.array?[0].double == 2.5)
        #expect(value["b"]?.integer == nil && value["z"] == nil)
        #expect(try Self.parse("3.0").integer == 3 && Self.parse("3.5").integer == nil)
        #expect(JSONValue(Double.nan) == .null && JSONValue(0.1 + 0.2) == .number("0.30000000000000004"))
        #expect(JSONValue(2.0049, decimals: 2) == .number("2"))
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        object["c"] = "x"
        object["b"] = nil
        #expect(JSONValue.object(object).json() == #"{"a":3,"c":"x"}"#)
        #expect(object.dictionary == ["a": 3, "c": "x"])
    }

    @Test("escapes of every kind, pairs included")
    func escapes() throws {
        #expect(try Self.parse(#""\u00e9\uD83D\uDE00\b\f\n\r\t\/\\\"""#).string == "é😀\u{8}\u{C}\n\r\t/\\\"")
        for bad in [#""\x""#, #""\u12""#, #""\uD83D""#, #""\uD83Dx""#, #""\uDE00""#, #""\uD83D\u0041""#, "\"\\"] {
            #expect(Self.failure(bad).hasPrefix("error: "), "\(bad)")
        }
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "01", "1.", ".5",
            "+1",
            "-", "1e", "nul", "nulL", "tru", "NaN", "Infinity", "'a'", "\"a", "\"\n\"", "1 2", "[1]]", "\u{1}",
            "\"\u{1}\"",
        ])
    func refused(_ text: String) { #expect(Self.failure(text).hasPrefix("error: ")) }

    @Test("messages show the place and say what was expected")
    func messages() {
        #expect(
            Self.failure("{\n  \"é\": [1, 2\n  \"b\": 3}\n") == """
                error: expected , or ]
                  --> a.json:3:3
                3 |   "b": 3}
                  |   ^
                """)
        #expect(
            Self.failure(#"{"é": "è", "b": truc}"#) == """
                error: expected a value
                  --> a.json:1:17
                1 | {"é": "è", "b": truc}
                  |                 ^
                """)
        #expect(
            Self.failure(#"{"a": "b"#) == """
                error: the string is never closed
                  --> a.json:1:7
                1 | {"a": "b
                  |       ^ opened here
                """)
        #expect(
            Self.failure(#"{"a": 1"#) == """
                error: the file ends here: expected , or }
                  --> a.json:1:8
                1 | {"a": 1
                  |        ^ the end
                """)
    }

    @Test("nesting is bounded")
    func nesting() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(Self.failure(nested(128)).hasPrefix("read as"))
        #expect(Self.failure(nested(129)).hasPrefix("error: values are nested more than 128 deep"))
        #expect(Self.failure(String(repeating: "{\"a\":", count: 100_000)).hasPrefix("error: values are nested"))
    }

    @Test("bytes that are no UTF-8 in a string are refused")
    func invalidText() {
        let error = #expect(throws: InterchangeError.self) { try JSONValue.parse([0x22, 0x61, 0xE9, 0x22]) }
        #expect(error?.message == "the string is not UTF-8")
    }
}
