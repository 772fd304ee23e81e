using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// Rewraps all keys in the database under the current host key, a few terminals in each unit of work. Keys under the current version are skipped, so that an interrupted run resumes. When a run reports that no key is left, an old version may be removed.
/// </summary>
internal sealed partial class KeyRewrapping(TransactionRunner runner, IKeyVault vault, ILogger<KeyRewrapping> logger)
{
    private const int TerminalsInUnit = 100;

    private static readonly Transaction Rewrapping = new(TransactionProfile.Background, ConnectionConsumer.Maintenance, () => "Key rewrapping");

    /// <summary>Runs until all keys are processed.</summary>
    /// <returns>The number of rewrapped keys, and the number of keys that did not open.</returns>
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

    /// <summary>Rewraps one key. Does nothing if the key is missing or current. A key that does not open is left unchanged and does not stop the run.</summary>
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
