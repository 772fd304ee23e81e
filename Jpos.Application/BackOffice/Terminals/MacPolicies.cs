using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Handles requests for MAC policies. A weaker policy waits for a different person, and an alert is raised at once (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public sealed class MacPolicies(IAlerts alerts, CommandAudit steps)
{
    /// <returns>Whether the policy waits, so that the caller must raise <see cref="Alert"/>.</returns>
    public bool Ask(Terminal terminal, Caller caller, MacPolicy policy, bool untilFirstSigned) =>
        terminal.RequestMacPolicy(policy, untilFirstSigned, caller.Name, caller.Person, steps.Now.Utc);

    public Task Alert(Terminal terminal, CancellationToken cancellation) => alerts.Raise(AlertKind.WeakerMacPolicy, terminal, steps.Now.Utc, cancellation);
}
