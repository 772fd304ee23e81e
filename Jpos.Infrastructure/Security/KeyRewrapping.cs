using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// Puts all keys in the database under the current version of the host key, some terminals in each unit of work. What is there already is left, so that a run that is cut off goes on where it stopped, and an old version may go when a run says that nothing is left.
/// </summary>
internal sealed partial class KeyRewrapping(TransactionRunner runner, IKeyVault vault, ILogger<KeyRewrapping> logger)
{
    private const int TerminalsInUnit = 100;

    private static readonly Transaction Rewrapping = new(TransactionProfile.Background, ConnectionConsumer.Maintenance, () => "Key rewrapping");

    /// <summary>Runs to the end.</summary>
    /// <returns>How many keys were put under the current version, and how many did not open.</returns>
    public async Task<(int Done, int Left)> Run(CancellationToken cancellation)
    {
        var keys = await Unit(RewrapDataKeys, cancellation);
        foreach (var some in (await Unit(TerminalNumbers, cancellation)).Chunk(TerminalsInUnit))
        {
            keys.AddRange(await Unit((db, stop) => RewrapTerminals(db, some, stop), cancellation));
        }

        keys.AddRange(await Unit(RewrapTransportKeys, cancellation));
        keys.AddRange(await Unit(RewrapSecrets, cancellation));

        var (done, left) = (keys.Count(isDone => isDone), keys.Count(isDone => !isDone));
        if (keys.Count > 0)
        {
            LogDone(done, vault.CurrentVersion, left);
        }

        return (done, left);
    }

    private Task<T> Unit<T>(Func<JposDbContext, CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        runner.Write(Rewrapping, (services, stop) => work(services.GetRequiredService<JposDbContext>(), stop), cancellation);

    private async Task<List<bool>> RewrapDataKeys(JposDbContext db, CancellationToken cancellation) =>
        [.. (await db.DataKeys.ToListAsync(cancellation)).SelectMany(key => Rewrap(null, key.Use, wrapped => key.Wrapped = wrapped, key.Wrapped))];

    private static Task<List<TerminalNumber>> TerminalNumbers(JposDbContext db, CancellationToken cancellation) => db.Terminals.Select(terminal => terminal.Number).ToListAsync(cancellation);

    private async Task<List<bool>> RewrapTerminals(JposDbContext db, TerminalNumber[] numbers, CancellationToken cancellation) =>
        [.. (await db.Terminals.Include(terminal => terminal.Keys).Where(terminal => numbers.Contains(terminal.Number)).ToListAsync(cancellation)).SelectMany(Rewrap)];

    private IEnumerable<bool> Rewrap(Terminal terminal) =>
    [
        .. Rewrap(KeyCipher.OfMasterKey(terminal.KeyAlgorithm), KeyOwners.MasterKey(terminal.Number), terminal.ReplaceWrapped, terminal.WrappedMasterKey),
        .. terminal.Keys.SelectMany(pair => Rewrap(terminal.KeyAlgorithm, KeyOwners.PinKey(terminal.Number), wrapped => pair.ReplaceWrapped(wrapped, pair.WrappedMacKey), pair.WrappedPinKey)),
        .. terminal.Keys.SelectMany(pair => Rewrap(terminal.KeyAlgorithm, KeyOwners.MacKey(terminal.Number), wrapped => pair.ReplaceWrapped(pair.WrappedPinKey, wrapped), pair.WrappedMacKey)),
    ];

    private async Task<List<bool>> RewrapTransportKeys(JposDbContext db, CancellationToken cancellation) =>
        [.. (await db.PinTransportKeys.ToListAsync(cancellation)).SelectMany(key => Rewrap(key.KeyAlgorithm, KeyOwners.TransportKey(key.Name), key.ReplaceWrapped, key.Wrapped))];

    private async Task<List<bool>> RewrapSecrets(JposDbContext db, CancellationToken cancellation) =>
        [.. (await db.Subscriptions.ToListAsync(cancellation)).SelectMany(Rewrap)];

    private IEnumerable<bool> Rewrap(Subscription subscription) =>
    [
        .. Rewrap(null, KeyOwners.WebhookSecret(subscription.Id), wrapped => subscription.ReplaceWrapped(wrapped, subscription.WrappedFormerSecret), subscription.WrappedSecret),
        .. Rewrap(null, KeyOwners.WebhookSecret(subscription.Id), wrapped => subscription.ReplaceWrapped(subscription.WrappedSecret, wrapped), subscription.WrappedFormerSecret),
    ];

    /// <summary>One key: nothing if it is not there yet or under the current version already, else whether it is now. One that does not open is left, and holds up no other.</summary>
    private IEnumerable<bool> Rewrap(KeyAlgorithm? cipher, string owner, Action<byte[]> keep, byte[] wrapped)
    {
        if (wrapped.Length == 0 || wrapped[1] == vault.CurrentVersion)
        {
            return [];
        }

        try
        {
            keep(vault.Rewrap(cipher, wrapped, owner));
            return [true];
        }
        catch (KeyNotOpenedException unopened)
        {
            LogUnopened(unopened.Owner, unopened.Reason);
            return [false];
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Keys} keys were rewrapped under version {Version} of the host key; {Left} could not be opened")]
    private partial void LogDone(int keys, byte version, int left);

    [LoggerMessage(Level = LogLevel.Error, Message = "Key {Owner} could not be opened and was not rewrapped: {Reason}")]
    private partial void LogUnopened(string owner, string reason);
}
