using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A terminal that is to be.</summary>
/// <param name="Number">Its number, <c>terminalNo</c> on the wire, unique in the host: 1 to 8 letters or digits.</param>
/// <param name="Store">The number of the store that it stands in.</param>
/// <param name="KeyForm">The cipher of its keys; 3DES if left out.</param>
/// <param name="MacPolicy">Whether its messages have to be signed; required if left out.</param>
/// <param name="Answers">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if left out.</param>
public sealed record CreateTerminalInput(string? Number, string? Store, KeyForm KeyForm = KeyForm.TripleDes, MacPolicy MacPolicy = MacPolicy.Required, AnswerForm Answers = AnswerForm.Full);

/// <summary>What a terminal is to be allowed.</summary>
/// <param name="IsEnabled">It may work.</param>
/// <param name="MacPolicy">Whether its messages have to be signed.</param>
/// <param name="Answers">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if left out.</param>
public sealed record ChangeTerminalInput(bool? IsEnabled, MacPolicy? MacPolicy, AnswerForm Answers = AnswerForm.Full);

/// <summary>A terminal's master key.</summary>
/// <param name="Components">Two or more, hexadecimal, from people who do not know each other's; the key is their XOR.</param>
/// <param name="CheckValue">Its check value, 4 bytes as hexadecimal, by which it is seen that nobody mistyped.</param>
public sealed record MasterKeyInput(IReadOnlyList<string>? Components, string? CheckValue);
