using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A terminal that is to be.</summary>
/// <param name="Number">Its number, <c>terminalNo</c> on the wire, unique in the host: 1 to 8 letters or digits.</param>
/// <param name="Store">The number of the store that it stands in.</param>
/// <param name="KeyAlgorithm">The cipher of its keys; 3DES if left out.</param>
/// <param name="MacPolicy">Whether its messages have to be signed; required if left out. A weaker policy raises an alert.</param>
/// <param name="UntilFirstSigned">With the policy optional, unsigned messages are refused once the terminal has signed one; true if left out.</param>
/// <param name="MostPerConsume">The most that one consume at it may come to, in yuan; what the programme says if left out. The lowest limit of programme, card product and terminal counts.</param>
/// <param name="MostGiftsPerDay">The most points that its consumes may earn in one business day; what the programme says if left out. The lower limit counts.</param>
/// <param name="AnswerFormat">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if left out.</param>
public sealed record CreateTerminalInput(
    string? Number,
    string? Store,
    KeyAlgorithm KeyAlgorithm = KeyAlgorithm.TripleDes,
    MacPolicy MacPolicy = MacPolicy.Required,
    bool UntilFirstSigned = true,
    decimal? MostPerConsume = null,
    decimal? MostGiftsPerDay = null,
    AnswerFormat AnswerFormat = AnswerFormat.Full);
