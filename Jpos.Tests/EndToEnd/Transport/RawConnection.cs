using System.Net.Sockets;
using System.Text;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>A connection on which a test sends what no client would.</summary>
internal sealed class RawConnection : IDisposable
{
    /// <summary>A request's head without the line that ends it, which promises a body.</summary>
    public const string Head = "POST /v1/jpos/trans/consume HTTP/1.1\r\nHost: jpos\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n";

    private const string EndOfHead = "\r\n";

    private readonly TcpClient tcp = new();

    public static async Task<RawConnection> Open(Uri address, string start)
    {
        var connection = new RawConnection();
        await connection.tcp.ConnectAsync(address.Host, address.Port);
        await connection.Send(start);
        return connection;
    }

    /// <summary>Opens a connection whose request has its whole head and nothing of its body.</summary>
    public static Task<RawConnection> OpenWithoutBody(Uri address) => Open(address, Head + EndOfHead);

    public ValueTask Send(string text) => tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>What comes first.</summary>
    public async Task<string> ReadSome()
    {
        var bytes = new byte[4096];
        return Encoding.UTF8.GetString(bytes, 0, await tcp.GetStream().ReadAsync(bytes));
    }

    /// <summary>Goes on sending, a letter at a time, until the host ends the connection, and says what it sent.</summary>
    public async Task<string> DribbleToTheEnd()
    {
        var came = new StringBuilder();
        var dribbling = Dribble();
        try
        {
            while (await ReadSome() is { Length: > 0 } some)
            {
                came.Append(some);
            }
        }
        catch (IOException)
        {
            // An end as good as any: what was sent after the host had closed came back.
        }

        tcp.Close();
        await dribbling;
        return came.ToString();
    }

    public void Dispose() => tcp.Dispose();

    private async Task Dribble()
    {
        try
        {
            while (true)
            {
                await Send("x");
                await Task.Delay(250);
            }
        }
        catch (Exception over) when (over is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is closed, by the host or by the reader.
        }
    }
}
