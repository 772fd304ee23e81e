using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Jpos.Benchmarks.Abuse;

/// <summary>The contents of requests.</summary>
internal static class ProbeBodies
{
    private const int Largest = 64 * 1024;

    /// <summary>As long as a body may be.</summary>
    public static StringContent Json(object body, string type = "application/json")
    {
        var text = JsonSerializer.Serialize(body);
        return new StringContent(text + new string(' ', Largest - Encoding.UTF8.GetByteCount(text)), Encoding.UTF8, type);
    }

    public static ByteArrayContent Csv(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return content;
    }

    public static string Lines(int count, Func<int, string> line) => string.Join('\n', Enumerable.Range(0, count).Select(line));
}
