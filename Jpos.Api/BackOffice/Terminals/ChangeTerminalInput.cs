using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>What a terminal is to be allowed.</summary>
/// <param name="IsEnabled">It may work.</param>
/// <param name="MacPolicy">Whether its messages have to be signed. A weaker policy than now waits for a different person.</param>
/// <param name="UntilFirstSigned">With the policy optional, unsigned messages are refused once the terminal has signed one; as it is if left out.</param>
/// <param name="MostPerConsume">The most that one consume at it may come to, in yuan; what the programme says if left out.</param>
/// <param name="MostGiftsPerDay">The most points that its consumes may earn in one business day; what the programme says if left out.</param>
/// <param name="AnswerFormat">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if left out.</param>
public sealed record ChangeTerminalInput(
    bool? IsEnabled,
    MacPolicy? MacPolicy,
    bool? UntilFirstSigned = null,
    decimal? MostPerConsume = null,
    decimal? MostGiftsPerDay = null,
    AnswerFormat AnswerFormat = AnswerFormat.Full);
