using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A terminal to add.</summary>
/// <param name="Number">The terminal's number, <c>terminalNo</c> on the wire, unique in the host: 1 to 8 letters or digits.</param>
/// <param name="Store">The number of the terminal's store.</param>
/// <param name="KeyAlgorithm">The cipher of the terminal's keys; tripleDes if omitted.</param>
/// <param name="MacPolicy">Whether the terminal must sign its messages; required if omitted. A weaker policy raises an alert.</param>
/// <param name="UntilFirstSigned">With the optional policy, whether the host refuses unsigned messages after the first signed one; true if omitted.</param>
/// <param name="MostPerConsume">The highest total of one consume at this terminal, in yuan; the programme's limit if omitted. The lowest limit of programme, card product and terminal applies.</param>
/// <param name="MostGiftsPerDay">The most points that this terminal's consumes may earn in one business day; the programme's limit if omitted. The lower limit applies.</param>
/// <param name="AnswerFormat">The content of card query answers: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if omitted.</param>
public sealed record CreateTerminalInput(
    [property: Mandatory] string? Number,
    [property: Mandatory] string? Store,
    KeyAlgorithm? KeyAlgorithm = null,
    MacPolicy? MacPolicy = null,
    bool? UntilFirstSigned = null,
    decimal? MostPerConsume = null,
    decimal? MostGiftsPerDay = null,
    AnswerFormat? AnswerFormat = null);
