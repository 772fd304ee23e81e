using System.Reflection;
using Jpos.Application.Ports;
using Jpos.Domain.Alerts;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Repositories;
using Microsoft.EntityFrameworkCore;
using NetArchTest.Rules;

namespace Jpos.Tests.Architecture;

/// <summary>Repositories have a session and nothing else to reach the database with, so that none can forget to write what is pending before it asks.</summary>
internal sealed class RepositorySessionTests
{
    private static readonly string Room = typeof(CardRepository).Namespace!;

    private static IEnumerable<Type> Repositories => typeof(CardRepository).Assembly.GetTypes().Where(type => type.Namespace == Room && type is { IsNested: false });

    [Test]
    public void No_repository_holds_a_context_or_a_set()
    {
        Assert.That(Repositories.Count(type => type.Name.EndsWith("Repository", StringComparison.Ordinal)), Is.GreaterThan(20));
        Assert.That(Repositories.SelectMany(Bypasses), Is.Empty);
        Assert.That(
            Types.InNamespace(Room).ShouldNot().HaveDependencyOnAny(typeof(JposDbContext).FullName, "Microsoft.EntityFrameworkCore.DbContext", "Microsoft.EntityFrameworkCore.DbSet").GetResult().FailingTypeNames ?? [],
            Is.Empty);
    }

    [Test]
    public void Every_repository_port_is_served_by_a_repository_with_a_session() => Assert.That(
        Repositories.Where(type => type.GetInterfaces().Any(port => port.Namespace == typeof(ICards).Namespace)).Where(type => type.GetConstructors().Single().GetParameters().All(one => one.ParameterType != typeof(UnitOfWorkSession))),
        Is.Empty);

    [Test]
    public void A_repository_that_bypasses_the_session_is_found()
    {
        Assert.That(Bypasses(typeof(WithContext)), Is.Not.Empty);
        Assert.That(Bypasses(typeof(WithSet)), Is.Not.Empty);
        Assert.That(Bypasses(typeof(WithServices)), Is.Not.Empty);
        Assert.That(Bypasses(typeof(WithSession)), Is.Empty);
    }

    /// <summary>What of a repository reaches the database past the session: constructor parameters, fields, and what its methods take.</summary>
    private static IEnumerable<string> Bypasses(Type repository)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return repository.GetConstructors(all).SelectMany(one => one.GetParameters()).Select(parameter => parameter.ParameterType)
            .Concat(repository.GetFields(all).Select(field => field.FieldType))
            .Concat(repository.GetMethods(all).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Where(type => typeof(DbContext).IsAssignableFrom(type) || typeof(DatabaseEngine).IsAssignableFrom(type) || typeof(IServiceProvider).IsAssignableFrom(type) || IsSet(type))
            .Select(type => $"{repository.Name}: {type.Name}");
    }

    private static bool IsSet(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DbSet<>);

    private sealed class WithContext(JposDbContext db)
    {
        public Task<int> Count() => db.Alerts.CountAsync();
    }

    private sealed class WithSet(DbSet<Alert> alerts)
    {
        public Task<int> Count() => alerts.CountAsync();
    }

    private sealed class WithServices(IServiceProvider services)
    {
        public object? Context => services.GetService(typeof(JposDbContext));
    }

    private sealed class WithSession(UnitOfWorkSession session)
    {
        public async Task<int> Count(CancellationToken cancellation) => await (await session.Query<Alert>(cancellation)).CountAsync(cancellation);
    }
}
