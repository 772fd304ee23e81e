namespace Jpos.Domain.Access;

/// <summary>What somebody is to the back office. No role has everything: who lets people in does not hold the terminals' keys.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer = 0,

    /// <summary>Helps stores and members through their day.</summary>
    Operator = 1,

    /// <summary>Sets stores, terminals and cards up.</summary>
    Manager = 2,

    /// <summary>Holds keys, and watches the others.</summary>
    SecurityOfficer = 3,

    /// <summary>Does what a manager does, and lets people in.</summary>
    Administrator = 4,
}
