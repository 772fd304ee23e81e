namespace Jpos.Application.BackOffice.Requests;

/// <summary>Changes a row of a resource, from the next message on.</summary>
public sealed record ChangeResource<TProfile, TView>(long Id, TProfile Profile) : ResourceCommand<TProfile, TView>(Profile)
    where TProfile : IProfile
    where TView : class, IResourceView;
