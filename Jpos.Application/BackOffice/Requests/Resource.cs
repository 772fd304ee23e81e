namespace Jpos.Application.BackOffice.Requests;

/// <summary>A network-wide resource of the back office, whose rows have ids. Handles the requests to get, create and change its rows.</summary>
public abstract class Resource<TRow, TProfile, TView>(IResources<TRow> rows, CommandAudit audit) :
    IRequestHandler<GetResource<TView>, TView?>,
    IRequestHandler<CreateResource<TProfile, TView>, CommandResult<TView>>,
    IRequestHandler<ChangeResource<TProfile, TView>, CommandResult<TView>>
    where TRow : class
    where TProfile : IProfile
    where TView : class, IResourceView
{
    protected IResources<TRow> Rows => rows;

    protected Moment Now => audit.Now;

    protected abstract TRow Create(TProfile profile);

    protected abstract void Change(TRow row, TProfile profile);

    protected abstract TView View(TRow row);

    /// <summary>Runs checks before a row is created or changed. Returns the problem; null if there is none.</summary>
    /// <param name="profile">The new profile.</param>
    /// <param name="row">The row; null for a new one.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    protected virtual Task<Problem?> Prepare(TProfile profile, TRow? row, CancellationToken cancellation) => Task.FromResult<Problem?>(null);

    /// <summary>Raises the alerts of a change that passed all checks.</summary>
    /// <param name="row">The row, which still has its previous profile.</param>
    /// <param name="profile">The new profile.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    protected virtual Task RaiseAlerts(TRow row, TProfile profile, CancellationToken cancellation) => Task.CompletedTask;

    public async Task<TView?> Handle(GetResource<TView> request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await rows.Find(request.Id, cancellationToken) is { } row ? View(row) : null;

    public async Task<CommandResult<TView>> Handle(CreateResource<TProfile, TView> request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await Prepare(request.Profile, null, cancellationToken) is { } problem)
        {
            return problem;
        }

        var row = Create(request.Profile);
        await rows.Add(row, cancellationToken);
        var view = View(row);
        return audit.RecordCreated(request, TView.Subject(view.Id), view);
    }

    public async Task<CommandResult<TView>> Handle(ChangeResource<TProfile, TView> request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await rows.Find(request.Id, cancellationToken) is not { } row)
        {
            return CommandAudit.NotFound;
        }

        var before = View(row);
        if ((audit.RefuseStale(request, before) ?? await Prepare(request.Profile, row, cancellationToken)) is { } problem)
        {
            return problem;
        }

        await RaiseAlerts(row, request.Profile, cancellationToken);
        Change(row, request.Profile);
        return audit.RecordUpdated(request, TView.Subject(request.Id), before, View(row));
    }
}
