namespace Jpos.Domain.Access;

/// <summary>What somebody may do in the back office. Each of its addresses asks for one; what nothing allows is denied.</summary>
public enum Right
{
    LookAtStores,

    ChangeStores,

    LookAtTerminals,

    ChangeTerminals,

    /// <summary>Ends a terminal's session, so that it has to sign on again.</summary>
    EndSessions,

    /// <summary>Gives a terminal its master key.</summary>
    LoadTerminalKeys,

    /// <summary>Looks into the journal, batches and settlements.</summary>
    LookAtTransactions,

    /// <summary>Looks at card products, members and cards.</summary>
    LookAtCards,

    /// <summary>Changes card products and kinds of tickets.</summary>
    ChangeProducts,

    ChangeMembers,

    IssueCards,

    /// <summary>Gives cards tickets.</summary>
    IssueTickets,

    /// <summary>Reports cards lost, freezes and closes them.</summary>
    ChangeCardStates,

    /// <summary>Says who may come in, and with what role.</summary>
    ManageApiKeys,

    /// <summary>Reads who changed what.</summary>
    LookAtAudit,
}

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

/// <summary>The one table of who may do what.</summary>
public static class Roles
{
    private static readonly Right[] Looks = [Right.LookAtStores, Right.LookAtTerminals, Right.LookAtTransactions, Right.LookAtCards];
    private static readonly Right[] Operates = [.. Looks, Right.EndSessions, Right.ChangeMembers, Right.ChangeCardStates];
    private static readonly Right[] Manages = [.. Operates, Right.ChangeStores, Right.ChangeTerminals, Right.ChangeProducts, Right.IssueCards, Right.IssueTickets];

    private static readonly Dictionary<Role, HashSet<Right>> Table = new()
    {
        [Role.Viewer] = [.. Looks],
        [Role.Operator] = [.. Operates],
        [Role.Manager] = [.. Manages],
        [Role.SecurityOfficer] = [.. Looks, Right.EndSessions, Right.LoadTerminalKeys, Right.LookAtAudit],
        [Role.Administrator] = [.. Manages, Right.ManageApiKeys, Right.LookAtAudit],
    };

    /// <summary>Whether another role may do all that this one may.</summary>
    public static bool IsWithin(this Role role, Role other) => Table[role].IsSubsetOf(Table[other]);

    public static bool May(this Role role, Right right) => Table[role].Contains(right);
}
