using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Somebody at an address of their own who sends what they like, at a fixed rate at most.</summary>
internal sealed class Attacker : IDisposable
{
    private readonly Uri target;
    private readonly IPAddress from;
    private readonly HttpClient http;
    private readonly Dictionary<string, int> answers = [];

    /// <param name="target">What is attacked.</param>
    /// <param name="from">The address, one of this machine's.</param>
    public Attacker(Uri target, IPAddress from)
    {
        (this.target, this.from) = (target, from);
        http = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (_, cancellation) => new NetworkStream(await Connect(cancellation), true), UseProxy = false })
        {
            BaseAddress = target,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>What is attacked.</summary>
    public Uri Target => target;

    /// <summary>How many requests got which answer.</summary>
    public IReadOnlyDictionary<string, int> Answers
    {
        get
        {
            lock (answers)
            {
                return new Dictionary<string, int>(answers);
            }
        }
    }

    /// <summary>Does something again and again: so often a second at most, and at so many places at once.</summary>
    public static async Task Repeat(double perSecond, int atOnce, Func<int, Task> attack, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref done);
                try
                {
                    if (TimeSpan.FromSeconds(number / perSecond) - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                    {
                        await Task.Delay(early, stop);
                    }

                    await attack(number);
                }
                catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or SocketException)
                {
                    // It was cut off, or the time is up.
                }
            }
        }));
    }

    /// <summary>Sends a form as a terminal would.</summary>
    public Task Form(string path, string body, CancellationToken stop, string? mac = null, string? encoding = null) => Send(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
            if (mac is not null)
            {
                request.Headers.Add("X-Jpos-Mac", mac);
                request.Headers.Add("X-Jpos-Time", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            if (encoding is not null)
            {
                request.Content.Headers.ContentEncoding.Add(encoding);
            }

            return request;
        },
        stop);

    /// <summary>Sends a request to the back office.</summary>
    public Task Office(HttpMethod method, string path, string key, CancellationToken stop, HttpContent? content = null) => Send(
        () =>
        {
            var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            if (method != HttpMethod.Get)
            {
                request.Headers.Add("Idempotency-Key", Unique());
            }

            return request;
        },
        stop);

    /// <summary>Sends a request that was made elsewhere.</summary>
    public Task Request(Func<HttpRequestMessage> make, CancellationToken stop) => Send(make, stop);

    public Task Get(string path, CancellationToken stop) => Send(() => new HttpRequestMessage(HttpMethod.Get, path), stop);

    /// <summary>Opens a connection and sends some bytes, or none.</summary>
    public async Task<Socket> Open(string bytes, CancellationToken stop)
    {
        var socket = await Connect(stop);
        Count("connected");
        if (bytes.Length > 0)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(bytes), stop);
        }

        return socket;
    }

    /// <summary>Counts an answer that came another way.</summary>
    public void Count(string what)
    {
        lock (answers)
        {
            answers[what] = answers.GetValueOrDefault(what) + 1;
        }
    }

    /// <summary>Something that was never sent before.</summary>
    public static string Unique() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public void Dispose() => http.Dispose();

    private async Task Send(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        using var request = make();
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json" && answer.StatusCode is HttpStatusCode.OK && request.Method == HttpMethod.Post)
        {
            var text = await answer.Content.ReadAsStringAsync(stop);
            var at = text.IndexOf("\"status\":\"", StringComparison.Ordinal);
            Count(at < 0 ? "200" : $"`{text.Substring(at + 10, 2)}`");
            return;
        }

        Count(((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await answer.Content.CopyToAsync(Stream.Null, stop);
    }

    private async Task<Socket> Connect(CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Loopback, target.Port, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
