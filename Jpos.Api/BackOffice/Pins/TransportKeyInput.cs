using Jpos.Domain.Keys;

namespace Jpos.Api.BackOffice.Pins;

/// <summary>A transport key to load.</summary>
/// <param name="Name">The key's name, unique in the host: 1 to 32 letters, digits or hyphens.</param>
/// <param name="Components">Two or more key components, hexadecimal; the key is their XOR. Each component should be known to one person only.</param>
/// <param name="CheckValue">The key's check value, 4 bytes as hexadecimal. It detects a mistyped component.</param>
/// <param name="KeyAlgorithm">The key's cipher: tripleDes, aes128 or sm4; tripleDes if omitted.</param>
public sealed record TransportKeyInput([property: Mandatory] string? Name, [property: Mandatory] IReadOnlyList<string>? Components, [property: Mandatory] string? CheckValue, KeyAlgorithm? KeyAlgorithm = null)
{
    public override string ToString() => nameof(TransportKeyInput);
}
