using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>The settings of a terminal.</summary>
/// <param name="IsEnabled">Whether the terminal may send messages.</param>
/// <param name="MacPolicy">Whether the terminal must sign its messages. A weaker policy needs the approval of a different person.</param>
/// <param name="UntilFirstSigned">With the optional policy, whether the host refuses unsigned messages after the first signed one; unchanged if omitted.</param>
/// <param name="MostPerConsume">The highest total of one consume at this terminal, in yuan; the programme's limit if omitted.</param>
/// <param name="MostGiftsPerDay">The most points that this terminal's consumes may earn in one business day; the programme's limit if omitted.</param>
/// <param name="AnswerFormat">The content of card query answers: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields); full if omitted.</param>
public sealed record ChangeTerminalInput(
    [property: Mandatory] bool? IsEnabled,
    [property: Mandatory] MacPolicy? MacPolicy,
    bool? UntilFirstSigned = null,
    decimal? MostPerConsume = null,
    decimal? MostGiftsPerDay = null,
    AnswerFormat? AnswerFormat = null);
