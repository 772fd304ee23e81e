using System.Net;
using System.Net.Sockets;
using System.Text;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>One address cannot take the connections of others.</summary>
internal sealed class ConnectionGateTests
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: jpos\r\n\r\n";
    private static readonly KeyValuePair<string, string> Four = new("Jpos:Transport:ConnectionsOfAddress", "4");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task The_oldest_silent_connection_makes_room_for_a_newcomer()
    {
        await using var host = await JposHost.Run([Four]);
        using var first = await Connect(host, "127.0.0.2");
        using var speaker = await Connect(host, "127.0.0.2");
        Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"));
        using var others = new Connections(await Connect(host, "127.0.0.2"), await Connect(host, "127.0.0.2"));
        using var newcomer = await Connect(host, "127.0.0.2");

        Assert.That(await Ask(newcomer), Does.StartWith("HTTP/1.1 200"));
        Assert.That(await Ends(first), Is.True);
        Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"), "what has spoken stays");
    }

    [Test]
    public async Task A_newcomer_is_refused_if_all_connections_of_its_address_have_spoken()
    {
        await using var host = await JposHost.Run([Four]);
        using var speakers = new Connections(await Connect(host, "127.0.0.3"), await Connect(host, "127.0.0.3"), await Connect(host, "127.0.0.3"), await Connect(host, "127.0.0.3"));
        foreach (var speaker in speakers.All)
        {
            Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"));
        }

        Assert.That(await IsRefused(host, "127.0.0.3"), Is.True);
        Assert.That(await Ask(speakers.All[0]), Does.StartWith("HTTP/1.1 200"));
    }

    [Test]
    public async Task A_named_gateway_has_more_connections()
    {
        await using var host = await JposHost.Run([Four, new("Jpos:Transport:Gateways:0", "127.0.0.4")]);
        using var speakers = new Connections([.. await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Connect(host, "127.0.0.4")))]);
        foreach (var speaker in speakers.All)
        {
            Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"));
        }
    }

    [Test]
    public async Task A_connection_whose_first_byte_does_not_come_is_closed()
    {
        await using var host = await JposHost.Run();
        using var silent = await Connect(host, "127.0.0.5");
        using var speaker = await Connect(host, "127.0.0.5");
        Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"));

        host.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.That(await Ends(silent), Is.True);
        Assert.That(await Ask(speaker), Does.StartWith("HTTP/1.1 200"));
    }

    [Test]
    public async Task A_till_elsewhere_is_answered_beside_thousands_of_silent_connections()
    {
        await using var host = await JposHost.Run();
        using var strangers = new Connections();
        for (var number = 0; number < 2000; number++)
        {
            strangers.All.Add(await Connect(host, "127.0.0.1"));
        }

        using var till = await Connect(host, "127.0.0.6");
        Assert.That(await Ask(till), Does.StartWith("HTTP/1.1 200"));
        var open = await Task.WhenAll(strangers.All.Take(1500).Select(Ends));
        Assert.That(open, Is.All.True, "those beyond the limit are closed");
    }

    private static async Task<Socket> Connect(JposHost host, string from)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, host.Http.BaseAddress!.Port);
        return socket;
    }

    private static async Task<string> Ask(Socket socket)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(Live));
        var bytes = new byte[4096];
        using var patience = new CancellationTokenSource(Patience);
        var answer = "";
        int count;
        do
        {
            count = await socket.ReceiveAsync(bytes, patience.Token);
            answer += Encoding.ASCII.GetString(bytes, 0, count);
        }
        while (count > 0 && !answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal));

        return answer;
    }

    /// <summary>The host may end a connection before its client sees that it began.</summary>
    private static async Task<bool> IsRefused(JposHost host, string from)
    {
        try
        {
            using var newcomer = await Connect(host, from);
            return await Ends(newcomer);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionReset)
        {
            return true;
        }
    }

    /// <summary>Whether the host closes it.</summary>
    private static async Task<bool> Ends(Socket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await socket.ReceiveAsync(new byte[1], patience.Token) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed class Connections(params List<Socket> all) : IDisposable
    {
        public List<Socket> All => all;

        public void Dispose() => all.ForEach(socket => socket.Dispose());
    }
}
