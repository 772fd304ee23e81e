using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Adds a terminal, without a master key. A security officer loads one, so that a terminal with a weak MAC policy takes two persons; the back office is called about it all the same.</summary>
public sealed record CreateTerminal(TerminalNumber Number, StoreNumber Store, KeyForm KeyForm, MacPolicy MacPolicy, AnswerForm Answers) : Act<TerminalView>
{
    /// <summary>With the policy Optional, whether unsigned messages are refused once the terminal has signed one.</summary>
    public bool UntilFirstSigned { get; init; } = true;

    /// <inheritdoc cref="Terminal.MostPerConsume"/>
    public Money? MostPerConsume { get; init; }

    /// <inheritdoc cref="Terminal.MostGiftsPerDay"/>
    public Points? MostGiftsPerDay { get; init; }
}

public sealed class CreateTerminalHandler(IStores stores, ITerminals terminals, MacPolicies policies, ActSteps steps) : IRequestHandler<CreateTerminal, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(CreateTerminal request, CancellationToken cancellationToken)
    {
        if (!request.Caller.Sees(request.Store) || await stores.Find(request.Store, cancellationToken) is null)
        {
            return new Problem(Failure.Invalid, "There is no such store.", "store");
        }

        if (await terminals.Find(request.Number, false, cancellationToken) is { } other)
        {
            // Whoever does not see that store is not told that the terminal is there.
            if (!request.Caller.Sees(other.StoreNumber))
            {
                return ActSteps.NotAllowed;
            }

            return new Problem(Failure.Conflict, "There is a terminal with this number.", "number");
        }

        var terminal = new Terminal(request.Number, request.Store, request.KeyForm, []) { MacPolicy = request.MacPolicy, UntilFirstSigned = request.UntilFirstSigned, Answers = request.Answers };
        terminal.Limit(request.MostPerConsume, request.MostGiftsPerDay);
        terminals.Add(terminal);
        if (request.MacPolicy is not MacPolicy.Required)
        {
            await policies.Alert(terminal, cancellationToken);
        }

        return steps.Made(request, TerminalView.Subject(terminal.Number), TerminalView.Of(terminal));
    }
}
