using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Repositories;

internal sealed class StoredAnswerRepository(UnitOfWorkSession session) : IStoredAnswers
{
    public async Task<StoredAnswer?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation) =>
        await session.Find<StoredAnswer>(cancellation, terminal, mac);

    public async Task Keep(StoredAnswer answered, DateTime now, CancellationToken cancellation)
    {
        var terminal = answered.Terminal;
        await (await session.Query<StoredAnswer>(cancellation)).Where(other => other.Terminal == terminal && other.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        session.Add(answered);
    }
}
