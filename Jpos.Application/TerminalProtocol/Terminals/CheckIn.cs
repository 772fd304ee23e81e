using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Programmes;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Terminals;

/// <summary>Signs a terminal on: issues working keys and returns the number of its open batch (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record CheckIn : UnkeyedMessage<CheckInOutcome>
{
    public required OperatorNumber Operator { get; init; }

    public override OperatorNumber SignOnOperator => Operator;

    public override Decline? RefuseSession(Terminal terminal) => null;
}

public sealed record CheckInOutcome : Outcome
{
    public BatchNumber? Batch { get; init; }

    public string StoreName { get; init; } = "";

    /// <summary>The pair of keys under the terminal's master key, hexadecimal (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public string WorkingKey { get; init; } = "";
}

public sealed class CheckInHandler(MessageDependencies steps, IKeyManagement keys, INumberSequence numbers, Programme programme)
    : UnkeyedHandler<CheckIn, CheckInOutcome>(steps)
{
    protected override Task<CheckInOutcome> Decide(CheckIn message, MessageContext context, CancellationToken cancellation)
    {
        var made = keys.MakeWorkingKeys(context.Terminal);
        var pair = new WorkingKeys(numbers.Next(), made.WrappedPinKey, made.WrappedMacKey, context.Now.Utc);
        var batch = context.Terminal.SignOn(pair, context.Now.Utc, programme, numbers);
        return Task.FromResult(new CheckInOutcome { Batch = batch.Number, StoreName = context.Store.Name, WorkingKey = made.Transport });
    }
}
