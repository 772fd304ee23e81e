namespace Jpos.Application.BackOffice.Requests;

/// <summary>Adds a row to a resource.</summary>
public sealed record CreateResource<TProfile, TView>(TProfile Profile) : ResourceCommand<TProfile, TView>(Profile)
    where TProfile : IProfile
    where TView : class, IResourceView;
