using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The fields of a consume, and of its reversal.</summary>
public record ConsumeBody : SwipedCardForm
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    public PinBlock? Password { get; init; }

    [Required]
    public EntryMode? ConsumeType { get; init; }

    /// <summary>The amount paid with points, in yuan with at most two decimal places.</summary>
    [Required]
    public Amount? PointAmount { get; init; }

    /// <summary>The amount paid in cash, in yuan with at most two decimal places.</summary>
    [Required]
    public Amount? CashAmount { get; init; }

    /// <summary>The vouchers that pay, as JSON text: an array of <c>{id, num}</c>.</summary>
    public TicketsField? Vaucher { get; init; }

    public RegisterTrace? RegisterTraceNo { get; init; }

    public Consume ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo!,
        Track2 = Track2,
        Password = Password,
        EntryMode = ConsumeType!,
        PointAmount = PointAmount!,
        CashAmount = CashAmount!,
        Vouchers = Vaucher?.Lines,
        RegisterTrace = RegisterTraceNo,
    };
}
