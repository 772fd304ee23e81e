using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Terminals;

namespace Jpos.Api.TerminalProtocol.Terminals;

/// <summary>The fields of a check-in.</summary>
public sealed record CheckInForm : TerminalForm
{
    [Required]
    public OperatorNumber? OperatorNo { get; init; }

    public CheckIn ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Operator = OperatorNo! };
}
