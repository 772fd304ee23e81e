using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Domain.VerifyCodes;
using Jpos.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Infrastructure.Repositories;

internal sealed class VerifyCodeRepository(JposDbContext db, DatabaseEngine engine, UnitOfWorkCache rows) : IVerifyCodes
{
    public async Task<VerifyCode?> FindLatest(MobileNumber mobile, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        return await db.VerifyCodes.Where(code => code.Mobile == mobile).OrderByDescending(code => code.SentAt).FirstOrDefaultAsync(cancellation);
    }

    public async Task<VerifyCodeLimits> Limits(MobileNumber mobile, TerminalNumber terminal, Moment now, CancellationToken cancellation)
    {
        await rows.Look(cancellation);
        var anHourAgo = now.Utc.AddHours(-1);
        var toMobile = db.VerifyCodes.Where(code => code.Mobile == mobile);
        return new VerifyCodeLimits(
            await toMobile.MaxAsync(code => (DateTime?)code.SentAt, cancellation),
            await toMobile.CountAsync(code => code.SentAt > anHourAgo, cancellation),
            await toMobile.CountAsync(code => code.SentOn == now.Today, cancellation),
            await db.VerifyCodes.CountAsync(code => code.TerminalNumber == terminal && code.SentAt > anHourAgo, cancellation));
    }

    public async Task<int> CountInHour(DateTime now, CancellationToken cancellation)
    {
        await engine.Lock(db, RowLocks.OfTexts, cancellation);
        await rows.Look(cancellation);
        var anHourAgo = now.AddHours(-1);
        return await db.VerifyCodes.CountAsync(code => code.SentAt > anHourAgo, cancellation);
    }

    public void Add(VerifyCode code) => db.VerifyCodes.Add(code);
}
