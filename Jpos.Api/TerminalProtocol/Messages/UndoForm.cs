using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The fields of a message that undoes another of its terminal, which it names by batch and trace number, by serial number, or by both. Without a batch number of its own it is the open batch's (protocol §1).
/// </summary>
public abstract record UndoForm : SwipedCardForm, IValidatableObject
{
    public BatchNumber? BatchNo { get; init; }

    /// <summary>The batch of what is undone.</summary>
    public BatchNumber? OriBatchNo { get; init; }

    /// <summary>The trace number of what is undone.</summary>
    public TraceNumber? OriTraceNo { get; init; }

    /// <summary>The serial number of what is undone.</summary>
    public SerialNumber? OriSerialNo { get; init; }

    /// <summary>Recorded, never compared: known gateways send a wrong one.</summary>
    public RequestTime? OriTransTime { get; init; }

    /// <summary>The till's own number of what is undone.</summary>
    public RegisterTrace? OriRegisterTraceNo { get; init; }

    protected OriginalReference Original => new() { Batch = OriBatchNo, Trace = OriTraceNo, Serial = OriSerialNo, RegisterTrace = OriRegisterTraceNo };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OriSerialNo is null && (OriBatchNo is null || OriTraceNo is null))
        {
            yield return new ValidationResult("oriBatchNo and oriTraceNo, or oriSerialNo, are missing.");
        }
    }
}
