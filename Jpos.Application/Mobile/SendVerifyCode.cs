using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Verification;

namespace Jpos.Application.Mobile;

/// <summary>Sends a verify code to a mobile, whoever it belongs to (protocol §7).</summary>
public sealed record SendVerifyCode : UnkeyedMessage<SendVerifyCodeOutcome>
{
    public required MobileNumber Mobile { get; init; }

    /// <summary>Compared with the open batch if it is sent.</summary>
    public BatchNumber? Batch { get; init; }

    public override MobileNumber TouchesMobile => Mobile;

    public override Decline? RefuseSession(Terminal terminal) => Batch is null ? terminal.RefuseSession() : terminal.RefuseBatch(Batch);
}

public sealed record SendVerifyCodeOutcome : Outcome;

public sealed class SendVerifyCodeHandler(
    MessageSteps steps, IVerifyCodes codes, ISecurityModule security, ISerialNumbers numbers, ISmsSender sms, AfterCommit afterCommit)
    : UnkeyedHandler<SendVerifyCode, SendVerifyCodeOutcome>(steps)
{
    protected override async Task<SendVerifyCodeOutcome> Decide(SendVerifyCode message, MessageContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, now) = context;
        var limits = await codes.Limits(message.Mobile, terminal.Number, now, cancellation);
        if (limits.Refuse(now.Utc) is { } tooOften)
        {
            return message.Declined(tooOften);
        }

        (await codes.FindLatest(message.Mobile, cancellation))?.Void();
        var (code, hash) = security.MakeVerifyCode();
        codes.Add(new VerifyCode(numbers.Next(), message.Mobile, store.Number, terminal.Number, hash, now));
        afterCommit.Do(async stop => await sms.Send(message.Mobile, $"您的验证码是{code}，{VerifyCode.ValidMinutes}分钟内有效，请勿告诉他人。", stop)
            ? null
            : new Decline(ResponseCode.SmsGatewayDown, "The SMS gateway did not take the message; try again later."));
        return new SendVerifyCodeOutcome();
    }
}
