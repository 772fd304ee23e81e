namespace Jpos.Application.BackOffice.Requests;

/// <summary>One row of a resource; null if there is none that the caller sees.</summary>
public sealed record GetResource<TView>(Caller Caller, long Id) : Query<TView?>
    where TView : class, IResourceView;
