namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A terminal's master key.</summary>
/// <param name="Components">Two or more, hexadecimal, from people who do not know each other's; the key is their XOR.</param>
/// <param name="CheckValue">Its check value, 4 bytes as hexadecimal, by which it is seen that nobody mistyped.</param>
public sealed record MasterKeyInput(IReadOnlyList<string>? Components, string? CheckValue);
