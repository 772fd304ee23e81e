using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Application.TerminalProtocol.Mobile;

/// <summary>Sends a verify code to a mobile, whether or not a member has it (<see href="docs/protocol.md#7-verify-codes-and-activation">protocol §7</see>).</summary>
public sealed record SendVerifyCode : UnkeyedMessage<SendVerifyCodeOutcome>
{
    public required MobileNumber Mobile { get; init; }

    /// <summary>The batch number; compared with the open batch if it is sent.</summary>
    public BatchNumber? Batch { get; init; }

    public override MobileNumber LockedMobile => Mobile;

    public override Decline? RefuseSession(Terminal terminal) => Batch is null ? terminal.RefuseSession() : terminal.RefuseBatch(Batch);
}

public sealed record SendVerifyCodeOutcome : Outcome;

public sealed class SendVerifyCodeHandler(
    MessageDependencies steps,
    IVerifyCodes codes,
    ISecurityModule security,
    INumberSequence numbers,
    ISmsSender sms,
    AfterCommitActions afterCommitActions,
    TextBudget budget,
    IAlerts alerts,
    IStoredAnswers answered,
    IStoredAnswerRemoval forgotten)
    : UnkeyedHandler<SendVerifyCode, SendVerifyCodeOutcome>(steps)
{
    /// <summary>Detects a copy of a signed message by its MAC. The copy gets the first answer, and no text is sent.</summary>
    protected override async Task<Reply> Answer(SendVerifyCode message, MessageContext context, CancellationToken cancellation)
    {
        if (context.Pair is null)
        {
            return await base.Answer(message, context, cancellation);
        }

        var (terminal, signature, now) = (context.Terminal.Number, message.Signature!, context.Now.Utc);
        if (await answered.Find(terminal, signature.MacBytes, cancellation) is { } first)
        {
            return new Reply(first.Code, first.Answer);
        }

        var reply = await base.Answer(message, context, cancellation);
        await answered.Keep(new StoredAnswer(terminal, signature.MacBytes, signature.SignedAt!.Value, reply.Code, reply.Answer), now, cancellation);
        return reply;
    }

    protected override async Task<SendVerifyCodeOutcome> Decide(SendVerifyCode message, MessageContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, now) = context;
        var limits = await codes.Limits(message.Mobile, terminal.Number, now, cancellation);
        if (limits.Refuse(now.Utc) is { } tooOften)
        {
            return message.Declined(tooOften);
        }

        var sent = await codes.CountInHour(now.Utc, cancellation);
        if (budget.Refuse(sent) is { } spent)
        {
            return message.Declined(spent);
        }

        if (budget.IsNearlySpent(sent + 1))
        {
            await alerts.Raise(AlertKind.TextBudget, now.Utc, cancellation);
        }

        (await codes.FindLatest(message.Mobile, cancellation))?.Invalidate();
        var (code, hash) = security.MakeVerifyCode();
        codes.Add(new VerifyCode(numbers.Next(), message.Mobile, store.Number, terminal.Number, hash, now));
        var mac = context.Pair is null ? null : message.Signature!.MacBytes;
        afterCommitActions.Schedule(stop => Send(message, code, mac, stop));
        return new SendVerifyCodeOutcome();
    }

    private async Task<Decline?> Send(SendVerifyCode message, string code, byte[]? mac, CancellationToken cancellation)
    {
        if (await sms.Send(message.Mobile, $"您的验证码是{code}，{VerifyCode.ValidMinutes}分钟内有效，请勿告诉他人。", cancellation))
        {
            return null;
        }

        if (mac is not null)
        {
            // The stored answer says that a text was sent.
            await forgotten.Remove(message.Terminal, mac, cancellation);
        }

        return new Decline(ResponseCode.SmsGatewayDown, "The SMS gateway did not accept the text. Try again later.");
    }
}
