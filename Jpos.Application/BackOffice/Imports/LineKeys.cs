namespace Jpos.Application.BackOffice.Imports;

/// <summary>The keys by which a dry run remembers what earlier rows would have added.</summary>
internal static class LineKeys
{
    /// <summary>Returns the key of a card.</summary>
    public static string Of(CardNumber number) => $"card {number.Value}";

    /// <summary>Returns the key of a card that has a member.</summary>
    public static string OfOwned(CardNumber number) => $"owned {number.Value}";

    /// <summary>Returns the key of a member with a document.</summary>
    public static string Of(IdentityDocument document) => $"document {document.Type.Value} {document.Number.Value}";
}
