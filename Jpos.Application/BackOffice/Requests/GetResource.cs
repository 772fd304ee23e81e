namespace Jpos.Application.BackOffice.Requests;

/// <summary>Returns one row of a resource; null if the caller sees none with this id.</summary>
public sealed record GetResource<TView>(Caller Caller, long Id) : Query<TView?>
    where TView : class, IResourceView;
