namespace Jpos.Domain.Access;

/// <summary>An operation of the back office that a role may use. Each address requires one permission. Without it, access is denied.</summary>
public enum Permission
{
    ReadStores,

    ManageStores,

    ReadTerminals,

    ManageTerminals,

    /// <summary>Ends the session of a terminal, which must then sign on again.</summary>
    EndSessions,

    /// <summary>Loads the master key of a terminal.</summary>
    LoadTerminalKeys,

    /// <summary>Loads and removes transport keys, and reads their check values.</summary>
    ManageTransportKeys,

    /// <summary>Issues, changes and unlocks the PINs of cards.</summary>
    ManagePins,

    /// <summary>Reads the journal, batches and settlements.</summary>
    ReadTransactions,

    /// <summary>Reads alerts.</summary>
    ReadAlerts,

    /// <summary>Acknowledges and resolves alerts.</summary>
    HandleAlerts,

    /// <summary>Reads the liability of the whole programme.</summary>
    ReadLiability,

    /// <summary>Reads card products, members and cards.</summary>
    ReadCards,

    /// <summary>Changes card products and ticket kinds.</summary>
    ManageCardProducts,

    /// <summary>Reads the programme and its campaigns.</summary>
    ReadProgramme,

    /// <summary>Changes the programme and its campaigns.</summary>
    ManageProgramme,

    ManageMembers,

    IssueCards,

    /// <summary>Issues tickets to cards.</summary>
    IssueTickets,

    /// <summary>Reports cards lost, freezes them and closes them.</summary>
    ChangeCardStates,

    /// <summary>Adds points to cards or takes some, up to a limit.</summary>
    AdjustPoints,

    /// <summary>Approves requests of other persons, such as adjustments above the limit.</summary>
    Approve,

    /// <summary>Manages subscriptions, and reads their deliveries.</summary>
    ManageWebhooks,

    /// <summary>Manages API keys and their roles.</summary>
    ManageApiKeys,

    /// <summary>Reads the audit log.</summary>
    ReadAudit,
}
