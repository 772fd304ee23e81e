namespace Jpos.Domain.Access;

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
