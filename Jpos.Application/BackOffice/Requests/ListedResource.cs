using System.Globalization;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>A <see cref="Resource{TRow, TProfile, TView}"/> whose rows are listed by id. Handles the request to list them, too.</summary>
public abstract class ListedResource<TRow, TProfile, TView>(IResources<TRow> rows, CommandAudit audit) :
    Resource<TRow, TProfile, TView>(rows, audit),
    IRequestHandler<ListResources<TView>, Page<TView>>
    where TRow : class
    where TProfile : IProfile
    where TView : class, IResourceView
{
    /// <summary>Whether lists begin with the highest id.</summary>
    protected virtual bool IsNewestFirst => false;

    public async Task<Page<TView>> Handle(ListResources<TView> request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<TView>([], null)
        : Page.Of(
            [.. (await Rows.List(request.After, IsNewestFirst, request.Limit + 1, cancellationToken)).Select(View)], request.Limit, view => view, view => view.Id.ToString(CultureInfo.InvariantCulture));
}
