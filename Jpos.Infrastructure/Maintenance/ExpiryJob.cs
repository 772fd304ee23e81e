using Jpos.Application.Expiry;
using Jpos.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Maintenance;

/// <summary>
/// Expires points account by account, some in each unit of work, so that messages come in between and a run that is cut off goes on where it stopped. A unit takes its turn with the messages: what a reversal gives back is there before it or after it, never in the middle.
/// </summary>
internal sealed partial class ExpiryJob(IServiceScopeFactory scopes, DatabaseEngine engine, NumberSequence numbers, SingleWriterLock writer, ILogger<ExpiryJob> logger)
{
    public const int AccountsInUnit = 100;

    private const int MostFailures = 100;

    /// <summary>Runs to the end.</summary>
    /// <returns>From how many accounts points were taken.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var accounts = 0;
        var failures = 0;
        var pause = new GrowingPause();
        while (true)
        {
            try
            {
                var some = await RunUnit(cancellation);
                accounts += some;
                (failures, pause) = (0, new GrowingPause());
                if (some == 0)
                {
                    LogDone(accounts);
                    return accounts;
                }
            }
            catch (Exception exception) when ((engine.IsConflict(exception) || engine.IsBusy(exception) || engine.IsTransient(exception)) && failures++ < MostFailures)
            {
                await pause.Wait(cancellation);
            }
        }
    }

    private async Task<int> RunUnit(CancellationToken cancellation)
    {
        using var semaphoreLease = await writer.Acquire(cancellation);
        await numbers.Reserve(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.BeginWriting(cancellation);
        var some = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExpirePoints(AccountsInUnit), cancellation);
        await unit.Commit(cancellation);
        return some;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Expired points were taken from {Accounts} accounts")]
    private partial void LogDone(int accounts);
}
