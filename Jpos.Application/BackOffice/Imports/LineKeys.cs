namespace Jpos.Application.BackOffice.Imports;

/// <summary>The keys by which a dry run remembers what earlier lines would have added.</summary>
internal static class LineKeys
{
    /// <summary>A card with this number.</summary>
    public static string Of(CardNumber number) => $"card {number.Value}";

    /// <summary>A card with this number that belongs to somebody.</summary>
    public static string OfOwned(CardNumber number) => $"owned {number.Value}";

    /// <summary>A member with this document.</summary>
    public static string Of(IdentityDocument document) => $"document {document.Type.Value} {document.Number.Value}";
}
