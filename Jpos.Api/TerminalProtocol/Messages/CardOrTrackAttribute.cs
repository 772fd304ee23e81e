using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Requires a card number unless the second track is sent. Without a number, the card is the track's (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CardOrTrackAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not null || validationContext.ObjectInstance is SwipedCardForm { Track2: not null } ? ValidationResult.Success : new ValidationResult(FieldErrorText.Missing("cardNo"), [nameof(SwipedCardForm.CardNo)]);
}
