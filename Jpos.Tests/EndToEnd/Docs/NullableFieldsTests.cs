using System.Reflection;
using System.Text.Json;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Application.BackOffice.Requests;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>In the OpenAPI document, a field of an answer is nullable exactly if its property is, and so are the items of lists. All fields are required, because an answer has them all.</summary>
internal sealed class NullableFieldsTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static IEnumerable<Type> Answers => new[] { typeof(BackOfficeController).Assembly, typeof(Command<>).Assembly }.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsGenericType && (type.Name.EndsWith("View", StringComparison.Ordinal) || type.IsSubclassOf(typeof(TerminalAnswer))) && ApiDocument.Kept.HasSchema(type.Name));

    [Test]
    public void There_are_many_answers() => Assert.That(Answers.Count(), Is.GreaterThan(40));

    [TestCaseSource(nameof(Answers))]
    public void A_field_is_nullable_exactly_if_null_is_possible(Type type)
    {
        var schema = ApiDocument.Kept.Schema(type.Name);
        var left = type.IsSubclassOf(typeof(TerminalAnswer)) ? new[] { "detail" } : [];
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.That(schema["properties"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(properties.Keys));
        Assert.That(schema["required"]!.AsArray().Select(field => (string)field!), Is.EquivalentTo(properties.Keys.Except(left)));
        foreach (var (name, property) in properties.Where(property => !left.Contains(property.Key)))
        {
            var field = schema["properties"]![name]!;
            var nullability = Nullability.Create(property);
            Assert.That(ApiDocument.HasNull(field), Is.EqualTo(nullability.ReadState is NullabilityState.Nullable), name);
            if (field["items"] is { } items)
            {
                var item = nullability.ElementType ?? nullability.GenericTypeArguments.Single();
                Assert.That(ApiDocument.HasNull(items), Is.EqualTo(item.ReadState is NullabilityState.Nullable), $"the items of {name}");
            }
        }
    }
}
