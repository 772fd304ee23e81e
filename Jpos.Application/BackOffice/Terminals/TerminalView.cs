using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A terminal. Its keys are never shown.</summary>
/// <param name="Number">The number, <c>terminalNo</c> on the wire.</param>
/// <param name="Store">The number of the terminal's store.</param>
/// <param name="KeyAlgorithm">The cipher of the terminal's keys.</param>
/// <param name="MacPolicy">Whether the terminal must sign its messages.</param>
/// <param name="AnswerFormat">The content of card query answers: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields).</param>
/// <param name="IsEnabled">Whether the terminal may send messages.</param>
/// <param name="HasMasterKey">Whether the master key is loaded. Without it the terminal cannot check in.</param>
/// <param name="SignedOnAt">The time of the last check-in, UTC; null without a session.</param>
/// <param name="Batch">The number of the newest batch; null before the first.</param>
/// <param name="IsBatchOpen">Whether that batch is open.</param>
/// <param name="UntilFirstSigned">With the optional policy, whether the host refuses unsigned messages after the first signed one.</param>
/// <param name="PendingMacPolicy">A weaker policy that waits for the approval of a different person; null if none.</param>
/// <param name="MostPerConsume">The highest total of one consume at this terminal, in yuan; null for the programme's limit.</param>
/// <param name="MostGiftsPerDay">The most points that this terminal's consumes may earn in one business day; null for the programme's limit.</param>
public sealed record TerminalView(
    string Number, string Store, KeyAlgorithm KeyAlgorithm, MacPolicy MacPolicy, AnswerFormat AnswerFormat, bool IsEnabled, bool HasMasterKey, DateTime? SignedOnAt, int? Batch, bool IsBatchOpen, bool UntilFirstSigned, MacPolicyRequestView? PendingMacPolicy, decimal? MostPerConsume, decimal? MostGiftsPerDay)
{
    public static TerminalView Of(Terminal terminal) => new(
        terminal.Number.Value,
        terminal.StoreNumber.Value,
        terminal.KeyAlgorithm,
        terminal.MacPolicy,
        terminal.AnswerFormat,
        terminal.IsEnabled,
        terminal.WrappedMasterKey.Length > 0,
        terminal.SignedOnAt,
        terminal.Batch?.Number.Value,
        terminal.Batch is { IsOpen: true },
        terminal.UntilFirstSigned,
        terminal.PendingMacPolicy is { } waiting ? MacPolicyRequestView.Of(waiting) : null,
        terminal.MostPerConsume?.ToDecimal(),
        terminal.MostGiftsPerDay?.ToDecimal());

    public static string Subject(TerminalNumber number) => $"terminals/{number}";
}
