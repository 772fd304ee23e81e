using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;

namespace Jpos.Application.TerminalProtocol.Cards;

/// <summary>Binds an issued card to the member with the mobile and activates it (<see href="docs/protocol.md#5-endpoints">protocol §5</see>, <see href="docs/protocol.md#7-verify-codes-and-activation">§7</see>).</summary>
public sealed record ActivateCard : TransactionMessage<ActivateCardOutcome>
{
    public required MobileNumber Mobile { get; init; }

    public required VerifyCodeText Code { get; init; }

    public required IdentityType IdType { get; init; }

    public IdentityNumber? IdNumber { get; init; }

    public override MobileNumber LockedMobile => Mobile;

    public override Operations Operation => Operations.Activate;

    public override MessageContent Content => new MessageContent()
        .With(ContentField.Card, Card.Value)
        .With(ContentField.Mobile, Mobile.Value)
        .With(ContentField.IdType, IdType.Value)
        .With(ContentField.IdNumber, IdNumber?.Value);
}

public sealed record ActivateCardOutcome : Outcome
{
    public SerialNumber? Serial { get; init; }
}

public sealed class ActivateCardHandler(TransactionDependencies steps, ICards cards, IMembers members, IVerifyCodes codes, ISecurityModule security, IAlerts alerts)
    : TransactionHandler<ActivateCard, ActivateCardOutcome>(steps)
{
    private readonly TransactionDependencies steps = steps;

    protected override async Task<ActivateCardOutcome> Decide(ActivateCard message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, _, entry, now) = context;
        var card = entry.AttachCard(await cards.Find(message.Card, cancellation));
        if ((Card.Refuse(card, store, Operations.Activate, message.Track2, now.Today) ?? card!.RefuseActivation()) is { } refused)
        {
            return message.Declined(refused);
        }

        var code = await codes.FindLatest(message.Mobile, cancellation);
        if (code?.TryRedeem(security.HashVerifyCode(message.Code), store.Number, terminal.Number, now.Utc) is not true)
        {
            return message.Declined(new Decline(ResponseCode.ActivationRefused, "verifyCode is wrong, expired or used."));
        }

        var isShared = message.IdNumber is not null && await members.IsAnothers(new IdentityDocument(message.IdType, message.IdNumber), card!.Member?.Id, cancellation);
        if (card!.Activate(message.Mobile, message.IdType, message.IdNumber, steps.Numbers) is { } mismatch)
        {
            return message.Declined(mismatch);
        }

        // The protocol has no code for a second member with the document, so the document is bound and an alert is raised.
        if (isShared)
        {
            await alerts.Raise(AlertKind.DocumentShared, entry, now.Utc, cancellation);
        }

        entry.ApproveActivation(card);
        return new ActivateCardOutcome { Serial = entry.Serial };
    }
}
