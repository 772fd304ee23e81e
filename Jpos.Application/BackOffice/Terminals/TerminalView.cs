using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A terminal, as the back office sees it. None of its keys is to be seen.</summary>
/// <param name="Number">Its number, <c>terminalNo</c> on the wire.</param>
/// <param name="Store">The number of the store that it stands in.</param>
/// <param name="KeyForm">The cipher of its keys.</param>
/// <param name="MacPolicy">Whether its messages have to be signed.</param>
/// <param name="Answers">How much a card's query tells it: everything (full), or what fits the fixed fields of an ISO 8583 gateway (fixedFields).</param>
/// <param name="IsEnabled">It may work.</param>
/// <param name="HasMasterKey">Its master key was loaded; without one it cannot sign on.</param>
/// <param name="SignedOnAt">When it last signed on, UTC; null if it has no session.</param>
/// <param name="Batch">The number of its newest batch; null before its first.</param>
/// <param name="IsBatchOpen">That batch is not settled yet.</param>
public sealed record TerminalView(
    string Number, string Store, KeyForm KeyForm, MacPolicy MacPolicy, AnswerForm Answers, bool IsEnabled, bool HasMasterKey, DateTime? SignedOnAt, int? Batch, bool IsBatchOpen)
{
    public static TerminalView Of(Terminal terminal) => new(
        terminal.Number.Value,
        terminal.StoreNumber.Value,
        terminal.KeyForm,
        terminal.MacPolicy,
        terminal.Answers,
        terminal.IsEnabled,
        terminal.WrappedMasterKey.Length > 0,
        terminal.SignedOnAt,
        terminal.Batch?.Number.Value,
        terminal.Batch is { IsOpen: true });

    public static string Subject(TerminalNumber number) => $"terminals/{number}";
}
