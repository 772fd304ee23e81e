using Jpos.Domain;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Repositories;

internal sealed class VerifyCodeRepository(UnitOfWorkSession session) : IVerifyCodes
{
    public async Task<VerifyCode?> FindLatest(MobileNumber mobile, CancellationToken cancellation)
    {
        return await (await session.Query<VerifyCode>(cancellation)).Where(code => code.Mobile == mobile).OrderByDescending(code => code.SentAt).FirstOrDefaultAsync(cancellation);
    }

    public async Task<VerifyCodeLimits> Limits(MobileNumber mobile, TerminalNumber terminal, Moment now, CancellationToken cancellation)
    {
        var anHourAgo = now.Utc.AddHours(-1);
        var toMobile = (await session.Query<VerifyCode>(cancellation)).Where(code => code.Mobile == mobile);
        return new VerifyCodeLimits(
            await toMobile.MaxAsync(code => (DateTime?)code.SentAt, cancellation),
            await toMobile.CountAsync(code => code.SentAt > anHourAgo, cancellation),
            await toMobile.CountAsync(code => code.SentOn == now.Today, cancellation),
            await (await session.Query<VerifyCode>(cancellation)).CountAsync(code => code.TerminalNumber == terminal && code.SentAt > anHourAgo, cancellation));
    }

    public async Task<int> CountInHour(DateTime now, CancellationToken cancellation)
    {
        await session.Lock(RowLocks.OfTexts, cancellation);
        var anHourAgo = now.AddHours(-1);
        return await (await session.Query<VerifyCode>(cancellation)).CountAsync(code => code.SentAt > anHourAgo, cancellation);
    }

    public void Add(VerifyCode code) => session.Add(code);
}
