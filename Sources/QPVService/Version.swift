/// The program's version, as every result states it.
public enum Version {
    /// By semantic versioning.
    public static let number = "0.1.0"
}
