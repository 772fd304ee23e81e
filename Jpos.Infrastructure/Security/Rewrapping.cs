using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// Puts all keys in the database under the current version of the host key, some terminals in each unit of work. What is there already is left, so that a run that is cut off goes on where it stopped, and an old version may go when a run says that nothing is left.
/// </summary>
internal sealed partial class Rewrapping(IServiceScopeFactory scopes, IKeyVault vault, DatabaseEngine engine, WriterTurn writer, ILogger<Rewrapping> logger)
{
    private const int TerminalsInUnit = 100;
    private const int MostConflicts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs to the end.</summary>
    /// <returns>How many keys were put under the current version.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var keys = await Unit(RewrapDataKeys, cancellation);
        foreach (var some in (await Unit(TerminalNumbers, cancellation)).Chunk(TerminalsInUnit))
        {
            keys += await Unit((db, stop) => RewrapTerminals(db, some, stop), cancellation);
        }

        if (keys > 0)
        {
            LogDone(keys, vault.CurrentVersion);
        }

        return keys;
    }

    private async Task<T> Unit<T>(Func<JposDbContext, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                using var turn = await writer.Take(cancellation);
                await using var scope = scopes.CreateAsyncScope();
                var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
                await unit.BeginWriting(cancellation);
                var result = await work(scope.ServiceProvider.GetRequiredService<JposDbContext>(), cancellation);
                await unit.Commit(cancellation);
                return result;
            }
            catch (Exception exception) when ((engine.IsConflict(exception) || engine.IsBusy(exception)) && conflicts < MostConflicts)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private async Task<int> RewrapDataKeys(JposDbContext db, CancellationToken cancellation)
    {
        var old = (await db.DataKeys.ToListAsync(cancellation)).FindAll(key => IsOld(key.Wrapped));
        old.ForEach(key => key.Wrapped = vault.Rewrap(null, key.Wrapped, key.Use));
        return old.Count;
    }

    private static Task<List<TerminalNumber>> TerminalNumbers(JposDbContext db, CancellationToken cancellation) => db.Terminals.Select(terminal => terminal.Number).ToListAsync(cancellation);

    private async Task<int> RewrapTerminals(JposDbContext db, TerminalNumber[] numbers, CancellationToken cancellation) =>
        (await db.Terminals.Include(terminal => terminal.Keys).Where(terminal => numbers.Contains(terminal.Number)).ToListAsync(cancellation)).Sum(Rewrap);

    private int Rewrap(Terminal terminal)
    {
        var keys = 0;
        if (IsOld(terminal.WrappedMasterKey))
        {
            terminal.PutUnder(vault.Rewrap(KeyCipher.OfMasterKey(terminal.KeyForm), terminal.WrappedMasterKey, Owners.MasterKey(terminal.Number)));
            keys++;
        }

        foreach (var pair in terminal.Keys.Where(pair => IsOld(pair.WrappedPinKey) || IsOld(pair.WrappedMacKey)))
        {
            pair.PutUnder(
                vault.Rewrap(terminal.KeyForm, pair.WrappedPinKey, Owners.PinKey(terminal.Number)),
                vault.Rewrap(terminal.KeyForm, pair.WrappedMacKey, Owners.MacKey(terminal.Number)));
            keys += 2;
        }

        return keys;
    }

    private bool IsOld(byte[] wrapped) => wrapped[1] != vault.CurrentVersion;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Keys} keys were put under version {Version} of the host key")]
    private partial void LogDone(int keys, byte version);
}

/// <summary>A run when the host starts: a new version of the host key needs nothing but a restart.</summary>
internal sealed partial class RewrappingService(Rewrapping rewrapping, ILogger<RewrappingService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await rewrapping.Run(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The next start finds what this one left, and old versions open till then. It must not end the host.
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Putting keys under the current host key failed")]
    private partial void LogFailed(Exception failure);
}
