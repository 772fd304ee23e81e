using Jpos.Application.Expiry;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Maintenance;

/// <summary>
/// Expires points account by account, a few in each unit of work, so that messages run in between. An interrupted run resumes where it stopped. The units lock like messages, so that a reversal gives points back before or after a unit and never during it.
/// </summary>
internal sealed partial class ExpiryJob(TransactionRunner runner, ILogger<ExpiryJob> logger)
{
    public const int AccountsInUnit = 100;

    private static readonly Transaction Unit = new(TransactionProfile.Background, ConnectionConsumer.Maintenance, () => "Expiry job") { Numbers = 0 };

    /// <summary>Runs until no expired points remain.</summary>
    /// <returns>The number of accounts that lost points.</returns>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var accounts = 0;
        while (await runner.Write(Unit, Expire, cancellation) is > 0 and var some)
        {
            accounts += some;
        }

        LogDone(accounts);
        return accounts;
    }

    private static Task<int> Expire(IServiceProvider services, CancellationToken cancellation) => services.GetRequiredService<Mediator>().Send(new ExpirePoints(AccountsInUnit), cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Expired points were removed from {Accounts} accounts")]
    private partial void LogDone(int accounts);
}
