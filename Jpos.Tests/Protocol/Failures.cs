using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Messages with more than one thing wrong.</summary>
internal static class Failures
{
    /// <param name="host">The host.</param>
    /// <param name="path">The address, without its version.</param>
    /// <param name="form">A good message.</param>
    /// <param name="failures">Fields, or headers that begin with X-, as <c>name=value</c>, with spaces between them.</param>
    public static async Task<TerminalAnswerText> PostWith(this JposHost host, string path, Form form, params string[] failures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/jpos/{path}", UriKind.Relative));
        foreach (var change in failures.SelectMany(failure => failure.Split(' ')).Select(change => change.Split('=', 2)))
        {
            if (change[0].StartsWith("X-", StringComparison.Ordinal))
            {
                request.Headers.Add(change[0], change[1]);
            }
            else
            {
                form = form.With(change[0], change[1]);
            }
        }

        request.Content = form.ToContent();
        using var response = await host.Http.SendAsync(request);
        return await TerminalAnswerText.Read(response);
    }
}
