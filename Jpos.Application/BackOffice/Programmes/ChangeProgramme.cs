using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Creates a new version of the programme's rules. Points that were earned before keep their pending state and expiry.</summary>
public sealed record ChangeProgramme(ProgrammeRules Rules) : Command<ProgrammeView>
{
    public override bool ChangesProgramme => true;
}

public sealed class ChangeProgrammeHandler(IProgrammes programmes, IAlerts alerts, CommandAudit steps) : IRequestHandler<ChangeProgramme, CommandResult<ProgrammeView>>
{
    public async Task<CommandResult<ProgrammeView>> Handle(ChangeProgramme request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var newest = await programmes.Newest(cancellationToken);
        var before = ProgrammeView.Of(newest);
        if (steps.RefuseStale(request, before) is { } stale)
        {
            return stale;
        }

        if (request.Rules == newest.Rules)
        {
            return before;
        }

        // Two concurrent changes create the same version number, so one of them runs again.
        var version = new ProgrammeVersion(newest.Number + 1, request.Rules, steps.Now.Utc, request.Caller.Name);
        programmes.Add(version);
        if (request.Rules.RaisesLimitOf(newest.Rules))
        {
            await alerts.Raise(AlertKind.LimitRaised, version.Since, cancellationToken);
        }

        return steps.RecordUpdated(request, ProgrammeView.Subject, before, ProgrammeView.Of(version));
    }
}
