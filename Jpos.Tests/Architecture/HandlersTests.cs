using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Startup;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;

namespace Jpos.Tests.Architecture;

/// <summary>What is true of every message and its handler.</summary>
internal sealed class HandlersTests
{
    private const string BackOffice = "Jpos.Application.BackOffice";

    private static readonly Type[] All = typeof(TerminalMessage).Assembly.GetTypes();

    private static IEnumerable<Type> Messages => All.Where(type => type.IsSubclassOf(typeof(TerminalMessage)) && !type.IsAbstract);

    private static IEnumerable<Type> Handlers => All.Where(type => !type.IsAbstract && type.GetInterfaces().Any(IsHandler));

    [TestCaseSource(nameof(Messages))]
    public void A_message_has_one_handler(Type message)
    {
        var services = new ServiceCollection().AddMessages();

        var registered = services.Where(service => service.ServiceType == typeof(IRequestHandler<,>).MakeGenericType(message, typeof(Reply)));

        Assert.That(registered.Count(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Messages))]
    public void A_message_is_a_sealed_record_and_its_handler_is_named_after_it(Type message)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.IsSealed, Is.True);
            Assert.That(message.GetMethod("<Clone>$"), Is.Not.Null);
            Assert.That(Handlers.Select(handler => handler.FullName), Does.Contain($"{message.FullName}Handler"));
        }
    }

    [TestCaseSource(nameof(Messages))]
    public void A_decline_has_the_shape_of_the_messages_answer(Type message)
    {
        var outcome = message.GetMethod(nameof(TerminalMessage.Declined))!.ReturnType;

        Assert.That((outcome.IsSubclassOf(typeof(Outcome)), outcome.IsSealed), Is.EqualTo((true, true)));
    }

    [Test]
    public void An_act_with_words_of_its_caller_shows_them_to_the_search_for_card_numbers()
    {
        var wordy = All.Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && (type.GetProperty("Reason") ?? type.GetProperty("Note")) is not null).ToList();

        Assert.That(wordy, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(wordy.Where(type => type.GetProperty(nameof(Command.FreeTexts))!.DeclaringType != type), Is.Empty);
    }

    [Test]
    public void Handlers_are_sealed_and_named_so()
    {
        var handlers = Handlers.ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(handlers, Is.Not.Empty);
            Assert.That(handlers.Where(handler => !handler.IsSealed || !handler.Name.EndsWith(IsResource(handler) ? "Resource" : "Handler", StringComparison.Ordinal)), Is.Empty);
        }
    }

    [Test]
    public void Only_handlers_are_named_so() => Assert.That(
        Types.InAssembly(typeof(TerminalMessage).Assembly).That().HaveNameEndingWith("Handler").And().AreNotAbstract().GetTypes().Except(Handlers),
        Is.Empty);

    /// <summary>So that it has a unit of work: one that writes, or one that sees a single moment. Exports have none: they read on for as long as somebody takes their rows.</summary>
    [Test]
    public void What_the_back_office_sends_is_a_command_or_a_query()
    {
        var requests = All.Where(type => type.Namespace?.StartsWith(BackOffice, StringComparison.Ordinal) is true && !type.IsAbstract && type.GetInterfaces().Contains(typeof(IBaseRequest)) && type.Namespace != typeof(ExportTransactions).Namespace).ToList();
        Assert.That(requests, Has.Count.GreaterThan(30));
        Assert.That(requests.Where(type => !type.IsSubclassOf(typeof(Command)) && !type.IsSubclassOf(typeof(Query))), Is.Empty);
    }

    [Test]
    public void Ports_are_the_only_interfaces() => Assert.That(
        Types.InAssembly(typeof(IAlerts).Assembly).That().AreInterfaces().And().DoNotResideInNamespace(typeof(IAlerts).Namespace).GetTypes(),
        Is.EquivalentTo([typeof(IAnswerWriter), typeof(IResourceView)]),
        "the port that writes the answers of the terminal protocol stands with its outcomes");

    private static bool IsResource(Type type) => type.BaseType is { } parent && ((parent.IsConstructedGenericType && parent.GetGenericTypeDefinition() == typeof(Resource<,,>)) || IsResource(parent));

    private static bool IsHandler(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IRequestHandler<,>);
}
