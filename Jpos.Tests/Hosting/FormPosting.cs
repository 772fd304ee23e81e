namespace Jpos.Tests.Hosting;

/// <summary>Posts forms by clients of a test's own.</summary>
internal static class FormPosting
{
    /// <param name="http">The client.</param>
    /// <param name="path">The endpoint.</param>
    /// <param name="form">The message.</param>
    /// <param name="forwardedFor">What a proxy says of the address it came from.</param>
    public static async Task<TerminalAnswerText> Post(this HttpClient http, string path, Form form, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form.ToContent() };
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var response = await http.SendAsync(request);
        return await TerminalAnswerText.Read(response);
    }
}
