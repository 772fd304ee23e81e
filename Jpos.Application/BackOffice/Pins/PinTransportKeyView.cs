using Jpos.Domain.Keys;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>A transport key, as the back office sees it. The key itself is never shown.</summary>
/// <param name="Name">Its name: 1 to 32 letters, digits or hyphens.</param>
/// <param name="KeyAlgorithm">Its cipher.</param>
/// <param name="CheckValue">Its check value, 8 hexadecimal digits.</param>
/// <param name="LoadedAt">When it was loaded, UTC.</param>
public sealed record PinTransportKeyView(string Name, KeyAlgorithm KeyAlgorithm, string CheckValue, DateTime LoadedAt)
{
    public static PinTransportKeyView Of(PinTransportKey key) => new(key.Name, key.KeyAlgorithm, key.CheckValue, key.LoadedAt);

    public static string Subject(string name) => $"transport-keys/{name}";
}
