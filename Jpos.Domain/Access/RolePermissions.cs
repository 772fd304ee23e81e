namespace Jpos.Domain.Access;

/// <summary>Assigns permissions to roles.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Reading = [Permission.ReadStores, Permission.ReadTerminals, Permission.ReadTransactions, Permission.ReadAlerts, Permission.ReadCards, Permission.ReadProgramme];
    private static readonly Permission[] Operating = [.. Reading, Permission.EndSessions, Permission.HandleAlerts, Permission.ManageMembers, Permission.ChangeCardStates, Permission.AdjustPoints];
    private static readonly Permission[] Manages = [.. Operating, Permission.ReadLiability, Permission.ManageStores, Permission.ManageTerminals, Permission.ManageCardProducts, Permission.ManageProgramme, Permission.IssueCards, Permission.IssueTickets, Permission.Approve, Permission.ManageWebhooks];

    private static readonly Dictionary<Role, HashSet<Permission>> Table = new()
    {
        [Role.Viewer] = [.. Reading, Permission.ReadLiability],
        [Role.Operator] = [.. Operating],
        [Role.Manager] = [.. Manages],
        [Role.SecurityOfficer] = [.. Reading, Permission.EndSessions, Permission.HandleAlerts, Permission.LoadTerminalKeys, Permission.ManageTransportKeys, Permission.ManagePins, Permission.ReadAudit],
        [Role.Administrator] = [.. Manages, Permission.ManageApiKeys, Permission.ReadAudit],
    };

    /// <summary>Returns whether the other role has all permissions of this one.</summary>
    public static bool IsWithin(this Role role, Role other) => Table.TryGetValue(role, out var rights) && Table.TryGetValue(other, out var most) && rights.IsSubsetOf(most);

    public static bool Has(this Role role, Permission permission) => Table.TryGetValue(role, out var rights) && rights.Contains(permission);
}
