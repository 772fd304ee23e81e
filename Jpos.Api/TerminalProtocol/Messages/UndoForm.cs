using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The fields of a message that undoes another message of its terminal. The original is named by batch and trace number, by serial number, or by both. Without a batch number the message belongs to the open batch (<see href="docs/protocol.md#1-transport">protocol §1</see>).
/// </summary>
public abstract record UndoForm : SwipedCardForm, IValidatableObject
{
    public BatchNumber? BatchNo { get; init; }

    /// <summary>The batch of the original.</summary>
    public BatchNumber? OriBatchNo { get; init; }

    /// <summary>The trace number of the original.</summary>
    public TraceNumber? OriTraceNo { get; init; }

    /// <summary>The serial number of the original.</summary>
    public SerialNumber? OriSerialNo { get; init; }

    /// <summary>Recorded but never compared, because known gateways send a wrong value.</summary>
    public RequestTime? OriTransTime { get; init; }

    /// <summary>The cash register's own number of the original.</summary>
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
