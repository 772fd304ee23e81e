namespace Jpos.Domain.Access;

/// <summary>What somebody may do in the back office. Each of its addresses asks for one; what nothing allows is denied.</summary>
public enum Permission
{
    ReadStores,

    ManageStores,

    ReadTerminals,

    ManageTerminals,

    /// <summary>Ends a terminal's session, so that it has to sign on again.</summary>
    EndSessions,

    /// <summary>Gives a terminal its master key.</summary>
    LoadTerminalKeys,

    /// <summary>Loads and removes the keys that PIN blocks come to the back office under, and sees their check values.</summary>
    ManageTransportKeys,

    /// <summary>Issues, changes and unlocks cards' PINs.</summary>
    ManagePins,

    /// <summary>Looks into the journal, batches and settlements.</summary>
    ReadTransactions,

    /// <summary>Looks at what is to be looked into.</summary>
    ReadAlerts,

    /// <summary>Takes alerts and resolves them.</summary>
    HandleAlerts,

    /// <summary>Sees what the whole programme owes its members.</summary>
    ReadLiability,

    /// <summary>Looks at card products, members and cards.</summary>
    ReadCards,

    /// <summary>Changes card products and kinds of tickets.</summary>
    ManageCardProducts,

    /// <summary>Looks at the programme and its campaigns.</summary>
    ReadProgramme,

    /// <summary>Changes the programme and its campaigns.</summary>
    ManageProgramme,

    ManageMembers,

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
    ReadAudit,
}
