using System.ComponentModel.DataAnnotations;

namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>The fields of a consume. The track or PIN that the entry mode announces is required; a reversal needs neither.</summary>
public sealed record ConsumeForm : ConsumeBody, IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConsumeType is { IsSwiped: true } && Track2 is null && Track3 is null)
        {
            yield return new ValidationResult("track2 or track3 is missing: consumeType says that the card was swiped.");
        }

        if (ConsumeType is { HasPin: true } && Password is null)
        {
            yield return new ValidationResult("password is missing: consumeType says that a PIN was entered.");
        }
    }
}
