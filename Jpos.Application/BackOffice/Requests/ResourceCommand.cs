namespace Jpos.Application.BackOffice.Requests;

/// <summary>Base of the commands that write a profile.</summary>
public abstract record ResourceCommand<TProfile, TView>(TProfile Profile) : Command<TView>
    where TProfile : IProfile
    where TView : class, IResourceView
{
    public override bool ChangesProgramme => Profile.ChangesProgramme;

    public override bool ChangesIdentityDocument => Profile.ChangesIdentityDocument;
}
