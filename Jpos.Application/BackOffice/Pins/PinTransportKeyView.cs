using Jpos.Domain.Keys;

namespace Jpos.Application.BackOffice.Pins;

/// <summary>A transport key. The key itself is never shown.</summary>
/// <param name="Name">The name: 1 to 32 letters, digits or hyphens.</param>
/// <param name="KeyAlgorithm">The cipher.</param>
/// <param name="CheckValue">The check value, 8 hexadecimal digits.</param>
/// <param name="LoadedAt">The time at which the key was loaded, UTC.</param>
public sealed record PinTransportKeyView(string Name, KeyAlgorithm KeyAlgorithm, string CheckValue, DateTime LoadedAt)
{
    public static PinTransportKeyView Of(PinTransportKey key) => new(key.Name, key.KeyAlgorithm, key.CheckValue, key.LoadedAt);

    public static string Subject(string name) => $"transport-keys/{name}";
}
