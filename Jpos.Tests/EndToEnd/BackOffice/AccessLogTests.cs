using System.Collections.Concurrent;
using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Each call of the back office leaves one line that says who did what from where.</summary>
internal sealed class AccessLogTests
{
    private readonly Lines lines = new();
    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await JposHost.Run(services: services => services.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(logging => logging.AddProvider(lines))));

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        lines.Dispose();
    }

    [Test]
    public async Task A_read_of_personal_data_leaves_a_line_with_the_caller_and_the_trace_id_of_its_problem()
    {
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        await manager.Send(HttpMethod.Get, "/api/v1/members?limit=1", null, null);
        var missing = await manager.Send(HttpMethod.Get, "/api/v1/members/9900000000000010", null, null);

        Assert.That(lines.About("api/v{version}/members ").Last(), Does.Contain("GET").And.Contain("127.0.0.1").And.Contain("answered 200"));
        var line = lines.All.Last(one => one.Contains("answered 404", StringComparison.Ordinal));
        Assert.That(line, Does.Contain("/api/v1/members/*").And.Not.Contain("9900000000000010"));
        Assert.That(line, Does.Contain(missing.Json.GetProperty("traceId").GetString()));
    }

    [Test]
    public async Task A_refused_call_leaves_a_line_with_address_and_path_and_answers_carry_their_headers()
    {
        using var response = await host.Http.GetAsync(new Uri("/api/v1/cards?number=9900000000000010", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        var line = lines.All.Last(one => one.Contains("answered 401", StringComparison.Ordinal));
        Assert.That(line, Does.Contain("/api/v1/cards").And.Contain("127.0.0.1").And.Not.Contain("9900000000000010"));
    }

    [Test]
    public async Task Readiness_is_limited_in_every_environment()
    {
        var statuses = new List<HttpStatusCode>();
        for (var number = 0; number < 60; number++)
        {
            using var response = await host.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            statuses.Add(response.StatusCode);
        }

        Assert.That(statuses.Distinct(), Is.EquivalentTo([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IEnumerable<string> About(string text) => All.Where(line => line.Contains(text, StringComparison.Ordinal));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
