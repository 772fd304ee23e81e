using Jpos.Application.Expiry;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Maintenance;

/// <summary>
/// Expires points account by account, some in each unit of work, so that messages come in between and a run that is cut off goes on where it stopped. A unit takes its turn with the messages: what a reversal gives back is there before it or after it, never in the middle.
/// </summary>
internal sealed partial class ExpiryJob(TransactionRunner runner, ILogger<ExpiryJob> logger)
{
    public const int AccountsInUnit = 100;

    private static readonly Transaction Unit = new(TransactionProfile.Background, ConnectionConsumer.Maintenance, () => "Expiry job") { Numbers = 0 };

    /// <summary>Runs to the end.</summary>
    /// <returns>From how many accounts points were taken.</returns>
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
