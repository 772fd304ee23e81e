using Jpos.Domain.Access;

namespace Jpos.Tests.Unit.Access;

/// <summary>Who may do what in the back office.</summary>
internal sealed class RolePermissionsTests
{
    private static readonly Role[] Within = [Role.Viewer, Role.Operator, Role.Manager];

    [TestCase(Role.Viewer, Permission.ReadLiability, true)]
    [TestCase(Role.Viewer, Permission.EndSessions, false)]
    [TestCase(Role.Operator, Permission.AdjustPoints, true)]
    [TestCase(Role.Operator, Permission.ReadLiability, false)]
    [TestCase(Role.Manager, Permission.Approve, true)]
    [TestCase(Role.Manager, Permission.ManageApiKeys, false)]
    [TestCase(Role.SecurityOfficer, Permission.ManagePins, true)]
    [TestCase(Role.SecurityOfficer, Permission.ManageApiKeys, false)]
    [TestCase(Role.Administrator, Permission.ManageApiKeys, true)]
    [TestCase(Role.Administrator, Permission.LoadTerminalKeys, false)]
    [TestCase((Role)99, Permission.ReadStores, false, Description = "a stored role that there is not")]
    public void A_role_may_do_what_the_table_says(Role role, Permission permission, bool may) => Assert.That(role.Has(permission), Is.EqualTo(may));

    [TestCaseSource(nameof(Within))]
    public void An_administrator_may_do_all_that_people_of_the_programme_may(Role role) =>
        Assert.That((role.IsWithin(Role.Administrator), Role.Administrator.IsWithin(role)), Is.EqualTo((true, false)));

    [TestCase(Role.SecurityOfficer, Role.Administrator)]
    [TestCase(Role.Manager, Role.Operator)]
    [TestCase((Role)99, Role.Administrator)]
    [TestCase(Role.Viewer, (Role)99)]
    public void A_role_that_may_more_is_not_within_another(Role role, Role other) => Assert.That(role.IsWithin(other), Is.False);

    [TestCaseSource(nameof(Within))]
    public void A_role_is_within_itself(Role role) => Assert.That(role.IsWithin(role), Is.True);
}
