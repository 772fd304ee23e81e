using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes stored answers, each in a transaction of its own.</summary>
internal sealed class StoredAnswerRemoval(TransactionRunner runner) : IStoredAnswerRemoval
{
    private static readonly Transaction Removal = new(TransactionProfile.Background, ConnectionConsumer.Messages, () => "Removal of a stored answer");

    public Task Remove(TerminalNumber terminal, byte[] mac, CancellationToken cancellation) => runner.Write(
        Removal,
        (services, stop) => services.GetRequiredService<JposDbContext>().StoredAnswers.Where(answered => answered.Terminal == terminal && answered.Mac == mac).ExecuteDeleteAsync(stop),
        cancellation);
}
