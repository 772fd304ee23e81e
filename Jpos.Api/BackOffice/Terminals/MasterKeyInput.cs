namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A terminal's master key.</summary>
/// <param name="Components">Two or more key components, hexadecimal; the key is their XOR. Each component should be known to one person only.</param>
/// <param name="CheckValue">The key's check value, 4 bytes as hexadecimal. It detects a mistyped component.</param>
public sealed record MasterKeyInput([property: Mandatory] IReadOnlyList<string>? Components, [property: Mandatory] string? CheckValue);
