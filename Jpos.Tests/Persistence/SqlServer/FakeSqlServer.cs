using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>A listener that speaks as much of SQL Server's protocol (TDS 7.4) as it takes to sign on and to begin a transaction, and that says nothing more from some request on.</summary>
internal sealed class FakeSqlServer : IDisposable
{
    public enum Request : byte
    {
        None = 0,
        Begin = 5,
        Commit = 7,
    }

    private const byte PreLogin = 0x12;
    private const byte Login = 0x10;
    private const byte TransactionManager = 0x0E;
    private const byte Attention = 0x06;
    private const int Header = 8;

    private static readonly byte[] Done = [0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Transaction = [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>The version is 16, and there is no encryption.</summary>
    private static readonly byte[] NoEncryption = [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, 2];

    private static readonly byte[] SignedOn = [0xAD, 12, 0, 1, 0x74, 0, 0, 4, 1, (byte)'s', 0, 16, 0, 0, 0, .. Done];

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Request silentFrom;

    public FakeSqlServer(Request silentFrom)
    {
        this.silentFrom = silentFrom;
        listener.Start();
        _ = Accept();
    }

    public string Server => $"127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
    }

    private async Task Accept()
    {
        while (!over.IsCancellationRequested)
        {
            _ = Serve(await listener.AcceptTcpClientAsync(over.Token));
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        var stream = connection.GetStream();
        while (await Read(stream) is var (kind, body))
        {
            if (kind is Attention)
            {
                continue;
            }

            var request = kind is TransactionManager ? (Request)body[BinaryPrimitives.ReadInt32LittleEndian(body)] : Request.None;
            if (request != Request.None && request == silentFrom)
            {
                await Task.Delay(Timeout.Infinite, over.Token);
            }

            var answer = kind switch
            {
                PreLogin => NoEncryption,
                Login => SignedOn,
                _ => request switch
                {
                    Request.Begin => (byte[])[0xE3, 11, 0, 8, 8, .. Transaction, 0, .. Done],
                    Request.Commit => [0xE3, 11, 0, 9, 0, 8, .. Transaction, .. Done],
                    _ => Done,
                },
            };
            var packet = new byte[Header + answer.Length];
            (packet[0], packet[1]) = (4, 1);
            BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
            answer.CopyTo(packet, Header);
            await stream.WriteAsync(packet, over.Token);
        }
    }

    /// <returns>A message of one or more packets; null if the client has hung up.</returns>
    private async Task<(byte Kind, byte[] Body)?> Read(NetworkStream stream)
    {
        var (header, body) = (new byte[Header], new List<byte>());
        do
        {
            if (await stream.ReadAtLeastAsync(header, Header, throwOnEndOfStream: false, over.Token) < Header)
            {
                return null;
            }

            var part = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - Header];
            await stream.ReadExactlyAsync(part, over.Token);
            body.AddRange(part);
        }
        while ((header[1] & 1) == 0);
        return (header[0], [.. body]);
    }
}
