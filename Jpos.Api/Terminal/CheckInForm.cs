using System.ComponentModel.DataAnnotations;
using Jpos.Api.Protocol;
using Jpos.Application.Terminals;
using Jpos.Domain.Protocol;

namespace Jpos.Api.Terminal;

/// <summary>The fields of a sign-on.</summary>
public sealed record CheckInForm : TerminalForm
{
    [Required]
    public OperatorNumber? OperatorNo { get; init; }

    public CheckIn ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Operator = OperatorNo! };
}
