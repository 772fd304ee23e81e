using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Adds a terminal without a master key. A security officer loads the key, so that a terminal with a weak MAC policy needs two persons. A weak policy raises an alert all the same.</summary>
public sealed record CreateTerminal(TerminalNumber Number, StoreNumber Store, KeyAlgorithm KeyAlgorithm, MacPolicy MacPolicy, AnswerFormat AnswerFormat) : Command<TerminalView>
{
    /// <summary>With the policy Optional, whether unsigned messages are refused after the first signed one.</summary>
    public bool UntilFirstSigned { get; init; } = true;

    /// <inheritdoc cref="Terminal.MostPerConsume"/>
    public Money? MostPerConsume { get; init; }

    /// <inheritdoc cref="Terminal.MostGiftsPerDay"/>
    public Points? MostGiftsPerDay { get; init; }
}

public sealed class CreateTerminalHandler(IStores stores, ITerminals terminals, MacPolicies policies, CommandAudit steps) : IRequestHandler<CreateTerminal, CommandResult<TerminalView>>
{
    public async Task<CommandResult<TerminalView>> Handle(CreateTerminal request, CancellationToken cancellationToken)
    {
        if (!request.Caller.CanSee(request.Store) || await stores.Find(request.Store, cancellationToken) is null)
        {
            return new Problem(FailureKind.Invalid, "No store has this number.", "store");
        }

        if (await terminals.Find(request.Number, false, cancellationToken) is { } other)
        {
            // A caller who does not see the terminal's store must not learn that the terminal exists.
            if (!request.Caller.CanSee(other.StoreNumber))
            {
                return CommandAudit.Forbidden;
            }

            return new Problem(FailureKind.Conflict, "A terminal with this number already exists.", "number");
        }

        var terminal = new Terminal(request.Number, request.Store, request.KeyAlgorithm, []) { MacPolicy = request.MacPolicy, UntilFirstSigned = request.UntilFirstSigned, AnswerFormat = request.AnswerFormat };
        terminal.SetLimits(request.MostPerConsume, request.MostGiftsPerDay);
        terminals.Add(terminal);
        if (request.MacPolicy is not MacPolicy.Required)
        {
            await policies.Alert(terminal, cancellationToken);
        }

        return steps.RecordCreated(request, TerminalView.Subject(terminal.Number), TerminalView.Of(terminal));
    }
}
