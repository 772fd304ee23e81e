namespace Jpos.Domain;

/// <summary>The fields of an entity that the back office sets.</summary>
public interface IProfile
{
    /// <summary>Whether a new profile changes the programme's rules or campaigns, so that the copies that hosts hold of them are outdated.</summary>
    bool ChangesProgramme => false;

    /// <summary>Whether the profile gives an identity document to a member. Only one member may have it.</summary>
    bool ChangesIdentityDocument => false;
}
