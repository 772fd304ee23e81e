using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Cards;
using Jpos.Domain.Cards;

namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>The fields of an activation.</summary>
public sealed record ActivateCardForm : SwipedCardForm, IValidatableObject
{
    [Required]
    public BatchNumber? BatchNo { get; init; }

    [Required]
    public MobileNumber? MobileNo { get; init; }

    [Required]
    public VerifyCodeText? VerifyCode { get; init; }

    [Required]
    public IdentityType? IdType { get; init; }

    public IdentityNumber? IdNo { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IdType is { IsIdentityCard: true } && IdNo is { IsCitizenNumber: false })
        {
            yield return new ValidationResult(FieldErrorText.MustBe("idNo", IdentityDocument.CitizenForm));
        }
    }

    public ActivateCard ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = Card,
        Trace = TraceNo!,
        Batch = BatchNo!,
        Track2 = Track2,
        Mobile = MobileNo!,
        Code = VerifyCode!,
        IdType = IdType!,
        IdNumber = IdNo,
    };
}
