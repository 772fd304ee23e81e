using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Jpos.Api.Transport;

/// <summary>
/// Limits the open connections of each address and of all addresses, before TLS and before any byte is read. At a limit the oldest connection that has sent nothing is closed. If all have sent something, the new connection is refused.
/// </summary>
internal sealed class ConnectionLimiter(TransportSettings settings, TimeProvider time, ConnectionLog log)
{
    private readonly Lock access = new();
    private readonly Dictionary<string, AddressConnections> addresses = [];
    private readonly LinkedList<OpenConnection> silent = [];
    private readonly TimeSpan firstByte = TimeSpan.FromSeconds(settings.FirstByteSeconds);
    private readonly List<System.Net.IPNetwork> gateways = [.. settings.Gateways.Select(NamedProxies.GatewayNetwork), .. settings.Proxies.Select(NamedProxies.Network)];
    private int open;

    public ConnectionDelegate Guard(ConnectionDelegate next) => connection => connection.RemoteEndPoint is IPEndPoint remote ? Run(connection, remote.Address, next) : next(connection);

    private async Task Run(ConnectionContext context, IPAddress address, ConnectionDelegate next)
    {
        var connection = new OpenConnection(CallerAddress.Of(address), context);
        if (!TryEnter(connection, address))
        {
            context.Abort(new ConnectionAbortedException("The address has too many open connections."));
            return;
        }

        try
        {
            if (await Speaks(context))
            {
                Heard(connection);
                await next(context);
            }
        }
        finally
        {
            Leave(connection);
        }
    }

    private bool TryEnter(OpenConnection newcomer, IPAddress address)
    {
        OpenConnection? displaced = null;
        bool enters;
        lock (access)
        {
            var known = addresses.GetValueOrDefault(newcomer.Address) ?? new AddressConnections();
            if (known.Open >= LimitOf(address))
            {
                displaced = known.Silent.First?.Value;
                enters = displaced is not null;
            }
            else
            {
                displaced = open >= KestrelLimits.MostConnections ? silent.First?.Value : null;
                enters = displaced is not null || open < KestrelLimits.MostConnections;
            }

            if (displaced is not null)
            {
                Remove(displaced);
            }

            if (enters)
            {
                addresses[newcomer.Address] = known;
                known.Open++;
                open++;
                newcomer.OfAddress = known.Silent.AddLast(newcomer);
                newcomer.OfAll = silent.AddLast(newcomer);
            }
        }

        if (displaced is not null)
        {
            log.Count(ConnectionEnd.Displaced, displaced.Address);
            displaced.Context.Abort(new ConnectionAbortedException("A newer connection took its place."));
        }
        else if (!enters)
        {
            log.Count(ConnectionEnd.Refused, newcomer.Address);
        }

        return enters;
    }

    /// <summary>Waits for the first byte without consuming it.</summary>
    private async Task<bool> Speaks(ConnectionContext context)
    {
        using var patience = new CancellationTokenSource(firstByte, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.ConnectionClosed);
        try
        {
            var read = await context.Transport.Input.ReadAsync(end.Token);
            context.Transport.Input.AdvanceTo(read.Buffer.Start);
            return read.Buffer.Length > 0;
        }
        catch (OperationCanceledException)
        {
            if (patience.IsCancellationRequested)
            {
                log.Count(ConnectionEnd.Silent, CallerAddress.Of((context.RemoteEndPoint as IPEndPoint)?.Address));
            }

            context.Abort(new ConnectionAbortedException("The connection sent nothing."));
            return false;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Heard(OpenConnection connection)
    {
        lock (access)
        {
            Speak(connection);
        }
    }

    private void Leave(OpenConnection connection)
    {
        lock (access)
        {
            Remove(connection);
        }
    }

    private void Speak(OpenConnection connection)
    {
        if (connection is { OfAddress: { } ofAddress, OfAll: { } ofAll })
        {
            ofAddress.List!.Remove(ofAddress);
            silent.Remove(ofAll);
            (connection.OfAddress, connection.OfAll) = (null, null);
        }
    }

    private void Remove(OpenConnection connection)
    {
        if (connection.IsGone)
        {
            return;
        }

        Speak(connection);
        connection.IsGone = true;
        open--;
        var known = addresses[connection.Address];
        if (--known.Open == 0)
        {
            addresses.Remove(connection.Address);
        }
    }

    private int LimitOf(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return gateways.Exists(gateway => gateway.Contains(plain)) ? settings.ConnectionsOfGateway : settings.ConnectionsOfAddress;
    }

    private sealed class AddressConnections
    {
        public int Open { get; set; }

        public LinkedList<OpenConnection> Silent { get; } = [];
    }

    private sealed class OpenConnection(string address, ConnectionContext context)
    {
        public string Address => address;

        public ConnectionContext Context => context;

        public LinkedListNode<OpenConnection>? OfAddress { get; set; }

        public LinkedListNode<OpenConnection>? OfAll { get; set; }

        public bool IsGone { get; set; }
    }
}
