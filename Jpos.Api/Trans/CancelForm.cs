using System.ComponentModel.DataAnnotations;
using Jpos.Api.Protocol;
using Jpos.Application.Trans;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Trans;

/// <summary>The fields of a cancel, and of its reversal. Without a batch number it is the open batch's (protocol §1).</summary>
public sealed record CancelForm : CardForm, IValidatableObject
{
    public BatchNumber? BatchNo { get; init; }

    public Track2? Track2 { get; init; }

    public Track3? Track3 { get; init; }

    public BatchNumber? OriBatchNo { get; init; }

    public TraceNumber? OriTraceNo { get; init; }

    public SerialNumber? OriSerialNo { get; init; }

    /// <summary>Read, never compared: known gateways send a wrong one.</summary>
    public RequestTime? OriTransTime { get; init; }

    public RegisterTrace? OriRegisterTraceNo { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OriSerialNo is null && (OriBatchNo is null || OriTraceNo is null))
        {
            yield return new ValidationResult("oriBatchNo and oriTraceNo, or oriSerialNo, are missing.");
        }
    }

    public Cancel ToCommand() => new()
    {
        Store = StoreNo!,
        Terminal = TerminalNo!,
        Card = CardNo!,
        Trace = TraceNo!,
        Batch = BatchNo,
        Track2 = Track2,
        Consume = new OriginalReference { Batch = OriBatchNo, Trace = OriTraceNo, Serial = OriSerialNo, RegisterTrace = OriRegisterTraceNo },
    };
}
