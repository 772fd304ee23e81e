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

    /// <summary>Loads and removes the keys that PIN blocks come to the back office under, and sees their check values.</summary>
    ManageTransportKeys,

    /// <summary>Issues, changes and unlocks cards' PINs.</summary>
    ManagePins,

    /// <summary>Looks into the journal, batches and settlements.</summary>
    LookAtTransactions,

    /// <summary>Looks at what is to be looked into.</summary>
    LookAtAlerts,

    /// <summary>Takes alerts and resolves them.</summary>
    HandleAlerts,

    /// <summary>Sees what the whole programme owes its members.</summary>
    LookAtLiability,

    /// <summary>Looks at card products, members and cards.</summary>
    LookAtCards,

    /// <summary>Changes card products and kinds of tickets.</summary>
    ChangeProducts,

    /// <summary>Looks at the programme and its campaigns.</summary>
    LookAtProgramme,

    /// <summary>Changes the programme and its campaigns.</summary>
    ChangeProgramme,

    ChangeMembers,

    IssueCards,

    /// <summary>Gives cards tickets.</summary>
    IssueTickets,

    /// <summary>Reports cards lost, freezes and closes them.</summary>
    ChangeCardStates,

    /// <summary>Adds points to cards or takes some from them, up to a limit.</summary>
    AdjustPoints,

    /// <summary>Is the second person that adjustments above the limit wait for.</summary>
    Approve,

    /// <summary>Says who is told of events, and sees what they were told.</summary>
    ManageWebhooks,

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
    private static readonly Right[] Looks = [Right.LookAtStores, Right.LookAtTerminals, Right.LookAtTransactions, Right.LookAtAlerts, Right.LookAtCards, Right.LookAtProgramme];
    private static readonly Right[] Operates = [.. Looks, Right.EndSessions, Right.HandleAlerts, Right.ChangeMembers, Right.ChangeCardStates, Right.AdjustPoints];
    private static readonly Right[] Manages = [.. Operates, Right.LookAtLiability, Right.ChangeStores, Right.ChangeTerminals, Right.ChangeProducts, Right.ChangeProgramme, Right.IssueCards, Right.IssueTickets, Right.Approve, Right.ManageWebhooks];

    private static readonly Dictionary<Role, HashSet<Right>> Table = new()
    {
        [Role.Viewer] = [.. Looks, Right.LookAtLiability],
        [Role.Operator] = [.. Operates],
        [Role.Manager] = [.. Manages],
        [Role.SecurityOfficer] = [.. Looks, Right.EndSessions, Right.HandleAlerts, Right.LoadTerminalKeys, Right.ManageTransportKeys, Right.ManagePins, Right.LookAtAudit],
        [Role.Administrator] = [.. Manages, Right.ManageApiKeys, Right.LookAtAudit],
    };

    /// <summary>Whether another role may do all that this one may.</summary>
    public static bool IsWithin(this Role role, Role other) => Table.TryGetValue(role, out var rights) && Table.TryGetValue(other, out var most) && rights.IsSubsetOf(most);

    public static bool May(this Role role, Right right) => Table.TryGetValue(role, out var rights) && rights.Contains(right);
}
