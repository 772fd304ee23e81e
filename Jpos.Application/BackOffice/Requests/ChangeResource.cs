namespace Jpos.Application.BackOffice.Requests;

/// <summary>Replaces the profile of a row of a resource.</summary>
public sealed record ChangeResource<TProfile, TView>(long Id, TProfile Profile) : ResourceCommand<TProfile, TView>(Profile)
    where TProfile : IProfile
    where TView : class, IResourceView;
