using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Jpos.Tests.Hosting;

/// <summary>A terminal that keeps its master key: it opens the keys of its check-in, signs messages, encrypts PINs, and verifies answers.</summary>
internal sealed class PosTerminal
{
    public const string SigningTerminal = "10000002";
    public const string AesTerminal = "10000004";
    public const string DesTerminal = "10000005";

    private static readonly Dictionary<string, (TerminalCrypto Crypto, string MasterKey)> Demo = new()
    {
        [Form.Terminal] = (TerminalCrypto.TripleDes, "0123456789ABCDEFFEDCBA9876543210"),
        [SigningTerminal] = (TerminalCrypto.TripleDes, "89ABCDEF0123456776543210FEDCBA98"),
        [AesTerminal] = (TerminalCrypto.Aes, "2B7E151628AED2A6ABF7158809CF4F3C"),
        [DesTerminal] = (TerminalCrypto.Des, "0123456789ABCDEFFEDCBA9876543210"),
    };

    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly TerminalCrypto crypto;
    private readonly byte[] masterKey;
    private (byte[] PinKey, byte[] MacKey) keys;

    public PosTerminal(HttpClient http, TimeProvider time, string number, TerminalCrypto? crypto = null, string? masterKey = null)
    {
        this.http = http;
        this.time = time;
        Number = number;
        this.crypto = crypto ?? Demo[number].Crypto;
        this.masterKey = Convert.FromHexString(masterKey ?? Demo[number].MasterKey);
    }

    public string Number { get; }

    /// <summary>What nobody else may have: for tests that look for it.</summary>
    public IReadOnlyList<byte[]> ClearKeys => [keys.PinKey, keys.MacKey];

    /// <summary>A terminal that has signed on.</summary>
    public static async Task<PosTerminal> SignOn(JposHost host, string number, TerminalCrypto? crypto = null, string? masterKey = null)
    {
        var terminal = new PosTerminal(host.Http, host.Time, number, crypto, masterKey);
        terminal.TakeKeys(await terminal.CheckIn());
        return terminal;
    }

    /// <summary>Asks for new keys; the terminal goes on with its old ones until it takes them.</summary>
    public async Task<TerminalAnswerText> CheckIn()
    {
        using var content = Form.CheckIn(Number).ToContent();
        using var response = await http.PostAsync(new Uri("/v1/jpos/terminal/checkin", UriKind.Relative), content);
        return await TerminalAnswerText.Read(response);
    }

    public void TakeKeys(TerminalAnswerText checkIn) => keys = crypto.Open(checkIn.Json.GetProperty("workingKey").GetString()!, masterKey);

    public string PinBlock(string pin, string card) => Convert.ToHexString(crypto.PinBlock(keys.PinKey, pin, card));

    /// <summary>The MAC that a message has to carry.</summary>
    public string Mac(string path, string seconds, byte[] body) => Convert.ToHexString(crypto.Mac(keys.MacKey, [.. Encoding.ASCII.GetBytes($"POST\n{path}\n{seconds}\n"), .. body]));

    /// <summary>Signs a message and sends it.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="form">What.</param>
    /// <param name="change">Spoils it before it goes.</param>
    public async Task<SignedAnswer> Post(string path, Form form, Action<HttpRequestMessage>? change = null)
    {
        using var content = form.With("terminalNo", Number).ToContent();
        var body = await content.ReadAsByteArrayAsync();
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signedPath = path.Split('?')[0];
        using var request = Request(path, body, Mac(signedPath, seconds, body), seconds);
        change?.Invoke(request);
        using var response = await http.SendAsync(request);
        var answer = await TerminalAnswerText.Read(response);
        var mac = response.Headers.TryGetValues("X-Jpos-Mac", out var values) ? values.Single() : null;
        var sent = request.Headers.TryGetValues("X-Jpos-Mac", out var sentValues) ? sentValues.First() : "";
        var right = Convert.ToHexString(crypto.Mac(keys.MacKey, Encoding.UTF8.GetBytes($"RESP\n{signedPath}\n{sent}\n{answer.Text}")));
        return new SignedAnswer(answer, mac, mac == right);
    }

    /// <summary>A message whose signature is whatever one likes.</summary>
    public static HttpRequestMessage Request(string path, byte[] body, string mac, string seconds)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("X-Jpos-Mac", mac);
        request.Headers.Add("X-Jpos-Time", seconds);
        return request;
    }
}
