namespace Jpos.Domain;

/// <summary>The fields of an entity that the back office sets.</summary>
public interface IProfile
{
    /// <summary>Whether the next message follows the change, as for the programme itself.</summary>
    bool ChangesProgramme => false;

    /// <summary>Whether the profile names the identity document of a member.</summary>
    bool ChangesIdentityDocument => false;
}
