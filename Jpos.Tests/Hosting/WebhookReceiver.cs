using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.Hosting;

/// <summary>Somebody who is told of events, on 127.0.0.1.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock access = new();
    private readonly List<ReceivedEvent> received = [];

    private WebhookReceiver(WebApplication app) => this.app = app;

    /// <summary>What it answers: by the path, and how many came to it before.</summary>
    public Func<string, int, HttpStatusCode> Answers { get; set; } = (_, _) => HttpStatusCode.NoContent;

    /// <summary>The <c>Retry-After</c> that it answers with; null for none.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>What it does before it answers.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static async Task<WebhookReceiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(app);
        app.MapPost("/{**path}", receiver.Receive);
        await app.StartAsync();
        return receiver;
    }

    public string Url(string path) => $"{app.Urls.First()}/{path}";

    public IReadOnlyList<ReceivedEvent> At(string path)
    {
        lock (access)
        {
            return [.. received.Where(one => one.Path == path)];
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Receive(HttpContext http, string path)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        await Before(path);
        lock (access)
        {
            var status = Answers(path, received.Count(one => one.Path == path));
            received.Add(new ReceivedEvent(path, http.Request.Headers["webhook-id"]!, http.Request.Headers["webhook-timestamp"]!, http.Request.Headers["webhook-signature"].ToString().Split(' '), body, status));
            http.Response.StatusCode = (int)status;
        }

        http.Response.Headers.RetryAfter = RetryAfter;

        http.Response.Headers.Location = Url(string.Create(CultureInfo.InvariantCulture, $"{path}-elsewhere"));
    }
}
