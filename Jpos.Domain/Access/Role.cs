namespace Jpos.Domain.Access;

/// <summary>The role of a caller. No role has all permissions: a role that manages API keys does not load the keys of terminals.</summary>
public enum Role
{
    /// <summary>Reads.</summary>
    Viewer = 0,

    /// <summary>Supports stores and members in daily business.</summary>
    Operator = 1,

    /// <summary>Sets up stores, terminals and cards.</summary>
    Manager = 2,

    /// <summary>Loads keys, and reads the audit log.</summary>
    SecurityOfficer = 3,

    /// <summary>Does the work of a manager, and manages API keys.</summary>
    Administrator = 4,
}
