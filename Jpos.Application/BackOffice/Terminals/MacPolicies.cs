using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Asks for MAC policies: a weaker one waits for a different person, and the back office is called at once (protocol §9).</summary>
public sealed class MacPolicies(IAlerts alerts, CommandAudit steps)
{
    /// <returns>Whether it waits, so that <see cref="Alert"/> is due.</returns>
    public bool Ask(Terminal terminal, Caller caller, MacPolicy policy, bool untilFirstSigned) =>
        terminal.RequestMacPolicy(policy, untilFirstSigned, caller.Name, caller.Person, steps.Now.Utc);

    public Task Alert(Terminal terminal, CancellationToken cancellation) => alerts.Raise(AlertKind.WeakerMacPolicy, terminal, steps.Now.Utc, cancellation);
}
