using System.Reflection;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.TerminalProtocol.Messages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Jpos.Tests.Architecture;

/// <summary>What is true of every endpoint of the terminal protocol (protocol §1).</summary>
internal sealed class EndpointsTests
{
    private static readonly Type[] Controllers =
        [.. typeof(ProtocolController).Assembly.GetTypes().Where(type => typeof(ControllerBase).IsAssignableFrom(type) && !type.IsAbstract && !type.IsSubclassOf(typeof(BackOfficeController)))];

    private static IEnumerable<MethodInfo> Actions => Controllers.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));

    [TestCaseSource(nameof(Actions))]
    public void An_endpoint_takes_post_only(MethodInfo action) =>
        Assert.That(action.GetCustomAttributes<HttpMethodAttribute>().Select(attribute => attribute.GetType()), Is.EqualTo([typeof(HttpPostAttribute)]));

    [TestCaseSource(nameof(Actions))]
    public void An_endpoint_says_the_shape_of_its_answer(MethodInfo action)
    {
        var answers = action.GetCustomAttributes<ProducesResponseTypeAttribute>().ToList();

        Assert.That(answers.Select(answer => (answer.StatusCode, answer.Type.IsSubclassOf(typeof(TerminalAnswer)), answer.Type.IsSealed)), Is.EqualTo([(200, true, true)]));
    }

    [TestCaseSource(nameof(Actions))]
    public void An_endpoint_reads_one_form(MethodInfo action)
    {
        var forms = action.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).ToList();

        Assert.That(
            forms.Select(form => (form.ParameterType.IsSubclassOf(typeof(TerminalForm)), form.GetCustomAttribute<FormAttribute>() is not null)),
            Is.EqualTo([(true, true)]));
    }

    [TestCaseSource(nameof(Controllers))]
    public void A_resource_has_both_addresses(Type controller)
    {
        var routes = controller.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).ToList();

        Assert.That(routes, Has.Count.EqualTo(2));
        Assert.That(routes.Select(route => route.Replace("/jpos/", "/", StringComparison.Ordinal)).Distinct().Count(), Is.EqualTo(1));
        Assert.That(routes, Has.One.StartsWith(Routes.Document).And.All.StartsWith(Routes.Short));
    }

    [TestCaseSource(nameof(Controllers))]
    public void A_controller_is_sealed_and_of_the_protocol(Type controller) =>
        Assert.That((controller.IsSealed, controller.IsSubclassOf(typeof(ProtocolController))), Is.EqualTo((true, true)));
}
