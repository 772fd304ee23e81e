using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Hosting;

/// <summary>Somebody who has an API key of the back office.</summary>
internal sealed class BackOfficeClient(HttpClient http, string? key)
{
    private const string Root = "/api/v1/";

    private static int requests;

    private static readonly Caller Tester = new("test", Role.Administrator, [], "test", IsAtMachine: true);

    /// <summary>Makes a key and comes in with it.</summary>
    public static async Task<BackOfficeClient> Of(JposHost host, Role role, params string[] stores) => new(host.Http, await MakeKey(host, role, null, stores));

    public static async Task<string> MakeKey(JposHost host, Role role, DateTimeOffset? expiresAt, params string[] stores)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new CreateApiKey($"test {role}", role, [.. stores.Select(StoreNumber.Of)], expiresAt?.UtcDateTime) { Caller = Tester });
        return made.View!.Key!;
    }

    public Task<BackOfficeAnswer> Get(string path) => Send(HttpMethod.Get, path, null, null);

    /// <summary>All that a list has, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> Walk(string path)
    {
        var items = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            var page = await Get(next);
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
            items.AddRange(page.Json.GetProperty("items").EnumerateArray());
            next = page.Json.GetProperty("next").GetString();
            Assert.That(page.Link, Is.EqualTo(next is null ? null : $"<{next}>; rel=\"next\""));
        }

        return items;
    }

    /// <param name="path">Where to.</param>
    /// <param name="body">What is sent as JSON; a text is sent as it is, and bytes as CSV.</param>
    /// <param name="requestKey">The key of the request; null for a new one.</param>
    public Task<BackOfficeAnswer> Post(string path, object body, string? requestKey = null) =>
        Send(HttpMethod.Post, path, body, request => request.Headers.Add("Idempotency-Key", requestKey ?? $"request-{Interlocked.Increment(ref requests)}"));

    public Task<BackOfficeAnswer> Put(string path, object body, string? seen) => Send(HttpMethod.Put, path, body, request => See(request, seen));

    /// <summary>Sends a merge patch, labelled as plain JSON.</summary>
    public Task<BackOfficeAnswer> Patch(string path, object patch, string? seen) => Send(HttpMethod.Patch, path, patch, request => See(request, seen));

    public Task<BackOfficeAnswer> Delete(string path, string? seen) => Send(HttpMethod.Delete, path, null, request => See(request, seen));

    public async Task<BackOfficeAnswer> Send(HttpMethod method, string path, object? body, Action<HttpRequestMessage>? prepare)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.StartsWith('/') ? path : Root + path, UriKind.Relative));
        request.Content = body switch
        {
            null => null,
            byte[] file => new ByteArrayContent(file) { Headers = { ContentType = new("text/csv") } },
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            _ => JsonContent.Create(body),
        };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        prepare?.Invoke(request);
        using var response = await http.SendAsync(request);
        var answer = new BackOfficeAnswer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.ETag?.Tag,
            response.Headers.Location?.ToString(),
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.RetryAfter?.ToString());
        ExpectDocumented(method, response.RequestMessage!.RequestUri!.AbsolutePath, answer);
        return answer;
    }

    /// <summary>Fails if the OpenAPI document does not list the problem at the operation. So every test of a refusal checks the document too.</summary>
    private static void ExpectDocumented(HttpMethod method, string path, BackOfficeAnswer answer)
    {
        if (answer.Type == "application/problem+json" && ApiDocument.Kept.Find(method, path) is { } operation)
        {
            Assert.That(operation.Problems, Does.Contain(answer["type"]), $"{operation.Id} answered {answer.Text}");
        }
    }

    private static void See(HttpRequestMessage request, string? seen)
    {
        if (seen is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        }
    }
}
