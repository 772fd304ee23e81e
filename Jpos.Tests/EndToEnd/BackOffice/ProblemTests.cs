using System.Net;
using System.Text;
using Jpos.Api.Problems;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Whatever comes to the back office, the answer is JSON, and an error a problem (RFC 9457).</summary>
internal sealed class ProblemTests
{
    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("GET", "/api", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/nothing", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v2/stores", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/stores/100000000000099", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/stores/not-a-number", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/terminals/99999999", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/batches/1", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/batches/1/transactions", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/batches/x", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/transactions/100000000000", HttpStatusCode.NotFound)]
    [TestCase("GET", "/api/v1/transactions/x", HttpStatusCode.NotFound)]
    [TestCase("PATCH", "/api/v1/stores", HttpStatusCode.MethodNotAllowed)]
    [TestCase("DELETE", "/api/v1/stores/100000000000001", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_not_there_is_a_problem(string method, string path, HttpStatusCode status) => AssertProblem(await manager.Send(new HttpMethod(method), path, null, null), status);

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("\"text\"")]
    public async Task What_is_no_object_is_a_problem(string body) => AssertProblem(await manager.Post("stores", body), HttpStatusCode.BadRequest);

    [Test]
    public async Task What_is_no_json_is_a_problem()
    {
        using var form = new StringContent("number=41", Encoding.UTF8, "application/x-www-form-urlencoded");
        AssertProblem(await manager.Send(HttpMethod.Post, "stores", null, request => (request.Content, _) = (form, request.Headers.TryAddWithoutValidation("Idempotency-Key", "k"))), HttpStatusCode.UnsupportedMediaType);
    }

    [Test]
    public async Task What_is_too_large_is_a_problem() =>
        AssertProblem(await manager.Post("stores", new { number = "41", name = new string('x', 70_000) }), HttpStatusCode.RequestEntityTooLarge);

    private static void AssertProblem(BackOfficeAnswer answer, HttpStatusCode status)
    {
        Assert.That((answer.Status, answer.Type), Is.EqualTo((status, "application/problem+json")), answer.Text);
        Assert.That(answer["status"], Is.EqualTo($"{(int)status}"));
        Assert.That(answer["detail"], Is.Not.Empty);
        var type = ProblemTypes.All.Single(one => one.Uri == answer["type"]);
        Assert.That((answer["title"], (HttpStatusCode)type.Status), Is.EqualTo((type.Title, status)));
    }
}
