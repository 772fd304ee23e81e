using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Jpos.Tests.Hosting;
using Npgsql;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>The way from a host to the run's PostgreSQL: a port of 127.0.0.1 that passes on what comes, unless a test makes a fault.</summary>
internal sealed class FaultyLink : IAsyncDisposable
{
    private static readonly byte[] Commit = [.. "COMMIT\0"u8];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly ConcurrentDictionary<Connection, Task> connections = [];
    private readonly ConcurrentQueue<(Cut Cut, bool ThenRefuse)> cuts = [];
    private readonly Task accepting;
    private volatile TaskCompletionSource flowing = new();
    private volatile bool isRefusing;
    private int cutSoFar;

    public FaultyLink(PostgresCluster cluster)
    {
        server = new UnixDomainSocketEndPoint(Path.Combine(cluster.Folder, ".s.PGSQL.5432"));
        flowing.SetResult();
        listener.Start();
        accepting = Accept();
    }

    /// <summary>How many commits were cut.</summary>
    public int CutSoFar => Volatile.Read(ref cutSoFar);

    /// <summary>A connection string for the same database, by this way.</summary>
    public string Through(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { Host = "127.0.0.1", Port = ((IPEndPoint)listener.LocalEndpoint).Port }.ToString();

    /// <summary>The next commit that comes is cut; as often as this is called.</summary>
    /// <param name="cut">When.</param>
    /// <param name="thenRefuse">Whether the other connections are lost at the same moment, as by <see cref="Refuse"/>, so that nobody can ask what came of it.</param>
    public void CutNext(Cut cut, bool thenRefuse = false) => cuts.Enqueue((cut, thenRefuse));

    /// <summary>All connections are lost.</summary>
    public void Drop() => DropAllBut(null);

    /// <summary>Connections are taken, but nothing that is said gets through until <see cref="Pass"/>.</summary>
    public void Stall() => flowing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All connections are lost, and so is each new one until <see cref="Pass"/>.</summary>
    public void Refuse()
    {
        isRefusing = true;
        Drop();
    }

    /// <summary>Ends <see cref="Stall"/> and <see cref="Refuse"/>. What was held up gets through, though its sender may have gone.</summary>
    public void Pass()
    {
        isRefusing = false;
        flowing.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Pass();
        listener.Stop();
        await accepting;
        Drop();
        await Task.WhenAll(connections.Values);
        listener.Dispose();
    }

    private async Task Accept()
    {
        while (true)
        {
            Socket host;
            try
            {
                host = await listener.AcceptSocketAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }

            var connection = new Connection(this, host);
            connections[connection] = connection.Run().ContinueWith(_ => connections.TryRemove(connection, out var _), TaskScheduler.Default);

            // Asked when the connection is known, or one that comes just then would be missed by both.
            if (isRefusing)
            {
                connection.Dispose();
            }
        }
    }

    /// <summary>The cut that a chunk on its way to the server is due.</summary>
    private Cut? Due(ReadOnlySpan<byte> chunk, Connection connection)
    {
        if (chunk.IndexOf(Commit) < 0 || !cuts.TryDequeue(out var next))
        {
            return null;
        }

        if (next.ThenRefuse)
        {
            isRefusing = true;
            DropAllBut(connection);
        }

        Interlocked.Increment(ref cutSoFar);
        return next.Cut;
    }

    private void DropAllBut(Connection? spared)
    {
        foreach (var connection in connections.Keys.Where(connection => connection != spared))
        {
            connection.Dispose();
        }
    }

    /// <summary>A connection of the host, and the one of the link that goes with it.</summary>
    private sealed class Connection(FaultyLink link, Socket host) : IDisposable
    {
        private readonly Socket server = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        private volatile bool isCut;

        public async Task Run()
        {
            try
            {
                await server.ConnectAsync(link.server);
                await Task.WhenAll(ToServer(), ToHost());
            }
            catch (Exception lost) when (lost is SocketException or IOException or ObjectDisposedException)
            {
                // The other side learns of it.
            }
            finally
            {
                Dispose();
            }
        }

        public void Dispose()
        {
            host.Dispose();
            server.Dispose();
        }

        private Task ToServer() => Pump(host, server, async (chunk, to) =>
        {
            var cut = link.Due(chunk.Span, this);

            // However quick the server is: what it says of the commit does not get through.
            isCut = cut is Cut.Meanwhile or Cut.After;

            if (cut is not Cut.Before)
            {
                await to.WriteAsync(chunk);
            }

            return cut is null or Cut.After;
        });

        private Task ToHost() => Pump(server, host, async (chunk, to) =>
        {
            if (!isCut)
            {
                await to.WriteAsync(chunk);
            }

            return !isCut;
        });

        /// <summary>Passes on what comes, until one side has closed or it is told to end; then both have.</summary>
        private async Task Pump(Socket source, Socket sink, Func<ReadOnlyMemory<byte>, Stream, Task<bool>> pass)
        {
            await using var from = new NetworkStream(source);
            await using var to = new NetworkStream(sink);
            var buffer = new byte[16384];
            try
            {
                while (await from.ReadAsync(buffer) is var length and > 0)
                {
                    await link.flowing.Task;
                    if (!await pass(buffer.AsMemory(0, length), to))
                    {
                        break;
                    }
                }
            }
            finally
            {
                Dispose();
            }
        }
    }
}
