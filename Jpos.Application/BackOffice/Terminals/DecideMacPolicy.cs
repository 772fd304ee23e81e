using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Decides on a pending weaker MAC policy. Only a different person may approve it, and it applies from the terminal's next message on. Every caller who may approve may also refuse.</summary>
/// <param name="Number">The terminal.</param>
/// <param name="Policy">The pending policy.</param>
/// <param name="UntilFirstSigned">The pending value of untilFirstSigned.</param>
/// <param name="Approved">Whether the policy is approved.</param>
public sealed record DecideMacPolicy(TerminalNumber Number, MacPolicy Policy, bool UntilFirstSigned, bool Approved) : Command<TerminalView>
{
    public override TerminalNumber? LockedTerminal => Number;
}

public sealed class DecideMacPolicyHandler(TerminalSteps steps) : IRequestHandler<DecideMacPolicy, CommandResult<TerminalView>>
{
    public async Task<CommandResult<TerminalView>> Handle(DecideMacPolicy request, CancellationToken cancellationToken)
    {
        if (await steps.Find(request.Caller, request.Number, cancellationToken) is not { } terminal)
        {
            return CommandAudit.NotFound;
        }

        if (terminal.PendingMacPolicy is not { } waiting)
        {
            return new Problem(FailureKind.Conflict, "No MAC policy of this terminal waits for approval.");
        }

        if ((waiting.Policy, waiting.UntilFirstSigned) != (request.Policy, request.UntilFirstSigned))
        {
            return new Problem(FailureKind.Conflict, "A newer request has replaced this one. Read pendingMacPolicy of the terminal and decide on that.");
        }

        return request.Approved && request.Caller.RefuseApprovalOf(waiting.Person) is { } samePerson
            ? samePerson
            : await steps.Change(request, request.Number, changed => changed.DecideMacPolicy(request.Approved), cancellationToken);
    }
}
