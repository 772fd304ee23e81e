using System.Reflection;
using System.Runtime.CompilerServices;
using Jpos.Domain;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Architecture;

/// <summary>What is true of every type of the domain.</summary>
internal sealed class DomainTests
{
    private static readonly Type[] Types = [.. typeof(Points).Assembly.GetTypes().Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null)];

    private static readonly Type[] Secrets = [typeof(PinBlock), typeof(Track2), typeof(Track3), typeof(CardNumber), typeof(Fingerprint)];

    [Test]
    public void No_property_can_be_set_from_outside() => Assert.That(
        Types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
        Is.Empty);

    [Test]
    public void No_field_can_be_set_from_outside() => Assert.That(
        Types.Where(type => !type.IsEnum)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}"),
        Is.Empty);

    [Test]
    public void No_collection_can_be_changed_from_outside() => Assert.That(
        Types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType.IsGenericType && IsChangeable(property.PropertyType.GetGenericTypeDefinition()))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"),
        Is.Empty);

    [TestCaseSource(nameof(Secrets))]
    public void A_secret_says_itself_how_it_prints(Type secret)
    {
        var print = secret.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []);

        Assert.That(print?.GetCustomAttribute<CompilerGeneratedAttribute>(), Is.Null);
        Assert.That(print, Is.Not.Null);
    }

    [Test]
    public void Classes_are_sealed() =>
        Assert.That(Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.Name), Is.Empty);

    private static bool IsChangeable(Type type) =>
        type == typeof(List<>) || type == typeof(IList<>) || type == typeof(ICollection<>) || type == typeof(Dictionary<,>) || type == typeof(HashSet<>);
}
