using System.Globalization;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>A resource of the back office: rows of the whole network, found by their ids, that it lists, shows, creates and changes. Handles the requests of all resources for one of them.</summary>
public abstract class Resource<TRow, TProfile, TView>(IResources<TRow> rows, CommandAudit audit) :
    IRequestHandler<GetResource<TView>, TView?>,
    IRequestHandler<ListResources<TView>, Page<TView>>,
    IRequestHandler<CreateResource<TProfile, TView>, CommandResult<TView>>,
    IRequestHandler<ChangeResource<TProfile, TView>, CommandResult<TView>>
    where TRow : class
    where TProfile : IProfile
    where TView : class, IResourceView
{
    protected Moment Now => audit.Now;

    /// <summary>Its list begins with the highest id.</summary>
    protected virtual bool IsNewestFirst => false;

    protected abstract TRow Create(TProfile profile);

    protected abstract void Change(TRow row, TProfile profile);

    protected abstract TView View(TRow row);

    /// <summary>Does what comes before a row is created or changed. Returns why it must not be; null if nothing is against it.</summary>
    /// <param name="profile">What it is to be.</param>
    /// <param name="row">The row; null for a new one.</param>
    /// <param name="cancellation">Gives up.</param>
    protected virtual Task<Problem?> Prepare(TProfile profile, TRow? row, CancellationToken cancellation) => Task.FromResult<Problem?>(null);

    public async Task<TView?> Handle(GetResource<TView> request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await rows.Find(request.Id, cancellationToken) is { } row ? View(row) : null;

    public async Task<Page<TView>> Handle(ListResources<TView> request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<TView>([], null)
        : Page.Of(
            [.. (await rows.List(request.After, IsNewestFirst, request.Limit + 1, cancellationToken)).Select(View)], request.Limit, view => view, view => view.Id.ToString(CultureInfo.InvariantCulture));

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

        Change(row, request.Profile);
        return audit.RecordUpdated(request, TView.Subject(request.Id), before, View(row));
    }
}
