namespace Jpos.Tests.Hosting;

/// <summary>A transport key that comes in two components.</summary>
internal static class TransportKeys
{
    /// <summary>The XOR of the components.</summary>
    public const string Key = "113356749CBEDBF9E7C5A0826A482D0F";

    private static readonly string[] Components = ["0123456789ABCDEFFEDCBA9876543210", "101013131515161619191A1A1C1C1F1F"];

    private static readonly Dictionary<string, string> CheckValues = new() { ["tripleDes"] = "38866CCA", ["aes128"] = "0A6054C1", ["sm4"] = "C9D0B792" };

    public static Task<BackOfficeAnswer> Load(BackOfficeClient officer, string name, string form, string? checkValue = null) =>
        officer.Post("transport-keys", new { name, keyAlgorithm = form, components = Components, checkValue = checkValue ?? CheckValues[form] });
}
