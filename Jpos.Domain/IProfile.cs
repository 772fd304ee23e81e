namespace Jpos.Domain;

/// <summary>What the back office says of something: all of it that a change may change.</summary>
public interface IProfile
{
    /// <summary>The next message goes by it, as by the programme itself.</summary>
    bool ChangesProgramme => false;

    /// <summary>It says which identity document a member has.</summary>
    bool ChangesIdentityDocument => false;
}
