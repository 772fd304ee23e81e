using System.Reflection;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain;
using Jpos.Infrastructure.Startup;
using NetArchTest.Rules;

namespace Jpos.Tests.Architecture;

/// <summary>Who may use whom: Api → Infrastructure → Application → Domain.</summary>
internal sealed class LayersTests
{
    private static readonly Assembly Domain = typeof(Points).Assembly;
    private static readonly Assembly Application = typeof(TerminalMessage).Assembly;
    private static readonly Assembly Infrastructure = typeof(JposRegistration).Assembly;
    private static readonly Assembly Api = typeof(TerminalAnswer).Assembly;

    private static readonly string[] Packages =
    [
        "MediatR", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Microsoft.AspNetCore", "Microsoft.Data", "AutoMapper", "NLog", "Org.BouncyCastle", "Scrutor",
        "Asp.Versioning", "System.Text.Json",
    ];

    private static readonly string[] DoorsOfInfrastructure = [nameof(JposRegistration), nameof(HostCommands), nameof(DatabaseSetup)];

    /// <summary>What all settings are checked by, those of Api too.</summary>
    private const string Settings = "Jpos.Infrastructure.Settings";

    [Test]
    public void Domain_references_nothing_but_the_framework() => Assert.That(References(Domain), Is.All.StartsWith("System."));

    [Test]
    public void Domain_uses_no_package_and_no_json() => IsTrue(Types.InAssembly(Domain).ShouldNot().HaveDependencyOnAny(Packages));

    [Test]
    public void Application_references_only_domain_and_mediatr() =>
        Assert.That(References(Application).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)), Is.SubsetOf(["Jpos.Domain", "MediatR"]));

    [Test]
    public void Application_knows_no_database_no_json_and_no_http() =>
        IsTrue(Types.InAssembly(Application).ShouldNot().HaveDependencyOnAny([.. Packages.Where(name => name != "MediatR")]));

    [Test]
    public void Nobody_but_api_references_infrastructure()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(References(Domain), Does.Not.Contain("Jpos.Infrastructure"));
            Assert.That(References(Application), Does.Not.Contain("Jpos.Infrastructure"));
            Assert.That(References(Api), Does.Contain("Jpos.Infrastructure"));
        }
    }

    [Test]
    public void Nobody_references_api() =>
        Assert.That(new[] { Domain, Application, Infrastructure }.SelectMany(References), Does.Not.Contain("Jpos.Api"));

    [Test]
    public void Infrastructure_shows_its_doors_only() => Assert.That(
        Infrastructure.GetExportedTypes().Where(type => type.Namespace?.Contains("Migrations", StringComparison.Ordinal) is not true && type.Namespace != Settings).Select(type => type.Name),
        Is.EquivalentTo(DoorsOfInfrastructure));

    [Test]
    public void Api_uses_infrastructure_through_its_doors_only() => IsTrue(
        Types.InAssembly(Api).That().DoNotHaveName(nameof(Program))
            .ShouldNot().HaveDependencyOnAny([.. Infrastructure.GetTypes().Select(type => type.Namespace).OfType<string>().Distinct().Where(room => room.StartsWith("Jpos.Infrastructure.", StringComparison.Ordinal) && room != Settings), "Microsoft.EntityFrameworkCore", "Microsoft.Data"]));

    [Test]
    public void No_folder_is_a_drawer_for_the_rest()
    {
        string[] drawers = ["Helpers", "Common", "Services", "Utils", "Managers"];

        var rooms = new[] { Domain, Application, Infrastructure, Api }.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.Namespace?.Split('.') ?? []).Distinct();

        Assert.That(rooms.Intersect(drawers), Is.Empty);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static void IsTrue(ConditionList condition)
    {
        var result = condition.GetResult();
        Assert.That(result.FailingTypeNames ?? [], Is.Empty);
    }
}
