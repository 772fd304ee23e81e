using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Adds a terminal, without a master key: who holds keys loads one.</summary>
public sealed record CreateTerminal(TerminalNumber Number, StoreNumber Store, KeyForm KeyForm, MacPolicy MacPolicy, AnswerForm Answers) : Act<TerminalView>;

public sealed class CreateTerminalHandler(IStores stores, ITerminals terminals, ActSteps steps) : IRequestHandler<CreateTerminal, Result<TerminalView>>
{
    public async Task<Result<TerminalView>> Handle(CreateTerminal request, CancellationToken cancellationToken)
    {
        if (!request.Caller.Sees(request.Store) || await stores.Find(request.Store, cancellationToken) is null)
        {
            return new Problem(Failure.Invalid, "There is no such store.", "store");
        }

        if (await terminals.Find(request.Number, false, cancellationToken) is not null)
        {
            return new Problem(Failure.Conflict, "There is a terminal with this number.", "number");
        }

        var terminal = new Terminal(request.Number, request.Store, request.KeyForm, []) { MacPolicy = request.MacPolicy, Answers = request.Answers };
        terminals.Add(terminal);
        return steps.Made(request, TerminalView.Subject(terminal.Number), TerminalView.Of(terminal));
    }
}
