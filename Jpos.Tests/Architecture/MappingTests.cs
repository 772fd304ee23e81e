using AutoMapper;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Architecture;

/// <summary>The maps from outcomes to answers (ADR 0003).</summary>
internal sealed class MappingTests
{
    private static readonly MapperConfiguration Configuration = new(new WireMapping(new ProtocolSettings()));

    private static IEnumerable<Type> Outcomes => typeof(Outcome).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Outcome)) && !type.IsAbstract);

    private static IEnumerable<Type> Mapped => Configuration.GetAllTypeMaps().SelectMany(map => new[] { map.SourceType, map.DestinationType }).Where(IsOurs).Distinct();

    [Test]
    public void Every_key_of_every_answer_is_mapped() => Assert.That(Configuration.AssertConfigurationIsValid, Throws.Nothing);

    [TestCaseSource(nameof(Outcomes))]
    public void An_outcome_becomes_the_answer_of_its_endpoint(Type outcome)
    {
        var untouched = Activator.CreateInstance(outcome);

        var answer = Configuration.CreateMapper().Map<TerminalAnswer>(untouched);

        Assert.That(answer.GetType().Name, Is.EqualTo(outcome.Name.Replace("Outcome", "Answer", StringComparison.Ordinal)));
    }

    [TestCaseSource(nameof(Outcomes))]
    public void A_decline_has_every_key_and_no_null(Type outcome)
    {
        var untouched = Activator.CreateInstance(outcome);

        var answer = Configuration.CreateMapper().Map<TerminalAnswer>(untouched);

        Assert.That(
            answer.GetType().GetProperties().Where(property => property.Name is not nameof(TerminalAnswer.Detail) && property.GetValue(answer) is null).Select(property => property.Name),
            Is.Empty);
    }

    [Test]
    public void Two_outcomes_never_become_one_answer()
    {
        var answers = Outcomes.Select(outcome => Configuration.CreateMapper().Map<TerminalAnswer>(Activator.CreateInstance(outcome)).GetType());

        Assert.That(answers, Is.Unique);
    }

    [TestCaseSource(nameof(Mapped))]
    public void No_mapped_type_contains_itself(Type mapped) => Assert.That(ReachableFrom(mapped), Does.Not.Contain(mapped), "the mapper's free version recurses without bound");

    [Test]
    public void A_detail_is_left_out_where_it_says_nothing_or_is_turned_off()
    {
        var silent = new MapperConfiguration(new WireMapping(new ProtocolSettings { Detail = false })).CreateMapper();
        var decline = (Outcome)Activator.CreateInstance(Outcomes.First())! with { Code = ResponseCode.InsufficientFunds, Detail = "Not enough." };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Configuration.CreateMapper().Map<TerminalAnswer>(decline).Detail, Is.EqualTo("Not enough."));
            Assert.That(Configuration.CreateMapper().Map<TerminalAnswer>(decline with { Detail = "" }).Detail, Is.Null);
            Assert.That(silent.Map<TerminalAnswer>(decline).Detail, Is.Null);
        }
    }

    [TestCase(TimeUnit.Seconds, 1_415_125_804L)]
    [TestCase(TimeUnit.Milliseconds, 1_415_125_804_472L)]
    public void A_setting_chooses_the_unit_of_time(object unit, long time)
    {
        var mapper = new MapperConfiguration(new WireMapping(new ProtocolSettings { TimeUnit = (TimeUnit)unit })).CreateMapper();
        var outcome = (Outcome)Activator.CreateInstance(Outcomes.First())! with { At = DateTime.UnixEpoch.AddMilliseconds(1_415_125_804_472) };

        Assert.That(mapper.Map<TerminalAnswer>(outcome).TransTime, Is.EqualTo(time));
    }

    /// <summary>The types that a type's properties have, and theirs, and so on; the framework's own are ends.</summary>
    private static HashSet<Type> ReachableFrom(Type start)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>(Next(start));
        while (open.TryPop(out var type))
        {
            if (IsOurs(type) && reached.Add(type))
            {
                foreach (var next in Next(type))
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<Type> Next(Type type) => type
        .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
        .Select(property => property.PropertyType)
        .SelectMany(found => found.IsGenericType ? found.GetGenericArguments() : [found.GetElementType() ?? found]);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Jpos.", StringComparison.Ordinal) is true;
}
