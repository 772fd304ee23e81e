namespace Jpos.Application.BackOffice.Imports;

/// <summary>The keys by which a dry run remembers what earlier rows would have added.</summary>
internal static class LineKeys
{
    /// <summary>The key of a card with this number.</summary>
    public static string Of(CardNumber number) => $"card {number.Value}";

    /// <summary>The key of a card with this number and a member.</summary>
    public static string OfOwned(CardNumber number) => $"owned {number.Value}";

    /// <summary>The key of a member with this document.</summary>
    public static string Of(IdentityDocument document) => $"document {document.Type.Value} {document.Number.Value}";
}
