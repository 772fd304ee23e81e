namespace Jpos.Api.Transport;

/// <summary>Logs one line a minute about the connections that the host closed, whatever their number.</summary>
internal sealed partial class ConnectionLog(TimeProvider time, ILogger<ConnectionLog> logger) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock access = new();
    private readonly int[] counts = new int[Enum.GetValues<ConnectionEnd>().Length];
    private string latest = "";
    private ITimer? timer;

    public void Count(ConnectionEnd end, string address)
    {
        lock (access)
        {
            counts[(int)end]++;
            latest = address;
            timer ??= time.CreateTimer(_ => Write(), null, Minute, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (access)
        {
            timer?.Dispose();
        }
    }

    private void Write()
    {
        int displaced, refused, silent;
        string address;
        lock (access)
        {
            (displaced, refused, silent, address) = (counts[(int)ConnectionEnd.Displaced], counts[(int)ConnectionEnd.Refused], counts[(int)ConnectionEnd.Silent], latest);
            Array.Clear(counts);
            timer?.Dispose();
            timer = null;
        }

        LogClosed(displaced, refused, silent, address);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Connections were closed within one minute: {Displaced} displaced, {Refused} refused, {Silent} silent; latest from {Address}")]
    private partial void LogClosed(int displaced, int refused, int silent, string address);
}
