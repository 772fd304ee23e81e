using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A terminal, as the back office sees it. None of its keys is to be seen.</summary>
/// <param name="Number">Its number, <c>terminalNo</c> on the wire.</param>
/// <param name="Store">The number of the store that it stands in.</param>
/// <param name="KeyAlgorithm">The cipher of its keys.</param>
/// <param name="MacPolicy">Whether its messages have to be signed.</param>
/// <param name="AnswerFormat">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields).</param>
/// <param name="IsEnabled">It may work.</param>
/// <param name="HasMasterKey">Its master key was loaded; without one it cannot sign on.</param>
/// <param name="SignedOnAt">When it last signed on, UTC; null if it has no session.</param>
/// <param name="Batch">The number of its newest batch; null before its first.</param>
/// <param name="IsBatchOpen">That batch is not settled yet.</param>
/// <param name="UntilFirstSigned">With the policy optional, unsigned messages are refused once the terminal has signed one.</param>
/// <param name="PendingMacPolicy">A weaker policy that waits for a different person; null for none.</param>
/// <param name="MostPerConsume">The most that one consume at it may come to, in yuan; null for what the programme says.</param>
/// <param name="MostGiftsPerDay">The most points that its consumes may earn in one business day; null for what the programme says.</param>
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
