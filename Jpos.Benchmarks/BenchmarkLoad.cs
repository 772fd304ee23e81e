using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Jpos.Benchmarks;

/// <summary>
/// Terminals that each send their next message as soon as the last one is answered. They speak HTTP over bare sockets, each on a thread of its own that sleeps until its answer is there: a client that costs as much as the host would measure itself.
/// </summary>
internal static class BenchmarkLoad
{
    /// <summary>Sends messages until the time is up.</summary>
    /// <param name="host">Where to.</param>
    /// <param name="terminals">How many at once.</param>
    /// <param name="time">For how long.</param>
    /// <param name="next">Makes a terminal's next message; null when it has no more.</param>
    public static async Task<Measured> Run(Uri host, int terminals, TimeSpan time, Func<int, (string Path, string Body)?> next)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, terminals).Select(terminal =>
            Task.Factory.StartNew(() => Send(host, began, time, () => next(terminal)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        TimeSpan[] latencies = [.. all.SelectMany(some => some).Order()];
        return new Measured(latencies.Length, elapsed, latencies);
    }

    private static List<TimeSpan> Send(Uri host, long began, TimeSpan time, Func<(string Path, string Body)?> next)
    {
        using var connection = new Connection(host);
        var latencies = new List<TimeSpan>();
        while (Stopwatch.GetElapsedTime(began) < time && next() is var (path, body))
        {
            var sent = Stopwatch.GetTimestamp();
            var answer = connection.Post(path, body);
            latencies.Add(Stopwatch.GetElapsedTime(sent));
            if (!answer.Contains("\"status\":\"00\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} was answered {answer}");
            }
        }

        return latencies;
    }

    /// <summary>A connection that is kept.</summary>
    internal sealed class Connection : IDisposable
    {
        private readonly Socket socket;
        private readonly string authority;
        private readonly byte[] buffer = new byte[16384];

        public Connection(Uri host)
        {
            authority = host.Authority;
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, host.Port);
        }

        public string Post(string path, string body)
        {
            var length = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}", buffer);
            socket.Send(buffer.AsSpan(0, length));
            for (var read = 0; ;)
            {
                var some = socket.Receive(buffer.AsSpan(read));
                read += some > 0 ? some : throw new IOException("The host closed the connection.");
                if (Body(buffer.AsSpan(0, read)) is { } answer)
                {
                    return answer;
                }
            }
        }

        public void Dispose() => socket.Dispose();

        /// <summary>The body of an answer that has arrived whole; null if it has not.</summary>
        private static string? Body(ReadOnlySpan<byte> answer)
        {
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                return null;
            }

            var head = Encoding.ASCII.GetString(answer[..end]);
            var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + 16;
            var length = int.Parse(head.AsSpan(at, (head + "\r").IndexOf('\r', at) - at), System.Globalization.CultureInfo.InvariantCulture);
            return answer.Length < end + 4 + length ? null : Encoding.UTF8.GetString(answer.Slice(end + 4, length));
        }
    }
}
