using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks.Abuse;

/// <summary>A terminal in the wrong hands: it has its master key, signs on, signs its messages and encrypts PINs as it should.</summary>
internal sealed class RogueTerminal
{
    public const string Number = "10000002";

    private static readonly byte[] MasterKey = Convert.FromHexString("89ABCDEF0123456776543210FEDCBA98");

    private readonly (byte[] PinKey, byte[] MacKey) keys;

    private RogueTerminal((byte[] PinKey, byte[] MacKey) keys) => this.keys = keys;

    /// <summary>Signs on. The process that does nothing gives no keys: there the terminal takes others, so that it has as much to do.</summary>
    public static async Task<RogueTerminal> SignOn(Uri target, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = target };
        using var form = new StringContent($"storeNo={Fill.Store}&terminalNo={Number}&operatorNo=01", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await http.PostAsync(new Uri("/v1/jpos/terminal/checkin", UriKind.Relative), form, stop);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        return new RogueTerminal(json.RootElement.TryGetProperty("workingKey", out var working) ? TerminalCrypto.TripleDes.Open(working.GetString()!, MasterKey) : (MasterKey, MasterKey));
    }

    public string PinBlock(string pin, string card) => Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock(keys.PinKey, pin, card));

    /// <summary>A signed message, which can be made into the same request again and again.</summary>
    public Func<HttpRequestMessage> Sign(string path, string body)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body);
        var mac = Convert.ToHexString(TerminalCrypto.TripleDes.Mac(keys.MacKey, [.. Encoding.ASCII.GetBytes($"POST\n{path}\n{seconds}\n"), .. bytes]));
        return () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            request.Headers.Add("X-Jpos-Mac", mac);
            request.Headers.Add("X-Jpos-Time", seconds);
            return request;
        };
    }
}
