using Jpos.Domain.Keys;

namespace Jpos.Api.BackOffice.Pins;

/// <summary>A transport key.</summary>
/// <param name="Name">1 to 32 letters, digits or hyphens, unique in the host.</param>
/// <param name="Components">Two or more, hexadecimal, from people who do not know each other's; the key is their XOR.</param>
/// <param name="CheckValue">Its check value, 4 bytes as hexadecimal, by which it is seen that nobody mistyped.</param>
/// <param name="KeyAlgorithm">Its cipher: tripleDes, aes128 or sm4; 3DES if left out.</param>
public sealed record TransportKeyInput(string? Name, IReadOnlyList<string>? Components, string? CheckValue, KeyAlgorithm KeyAlgorithm = KeyAlgorithm.TripleDes)
{
    public override string ToString() => nameof(TransportKeyInput);
}
