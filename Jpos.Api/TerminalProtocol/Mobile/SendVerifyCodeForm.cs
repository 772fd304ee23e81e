using System.ComponentModel.DataAnnotations;
using Jpos.Application.TerminalProtocol.Mobile;

namespace Jpos.Api.TerminalProtocol.Mobile;

/// <summary>The fields of a request for a verify code.</summary>
public sealed record SendVerifyCodeForm : TerminalForm
{
    [Required]
    public MobileNumber? MobileNo { get; init; }

    public TraceNumber? TraceNo { get; init; }

    public BatchNumber? BatchNo { get; init; }

    public SendVerifyCode ToCommand() => new() { Store = StoreNo!, Terminal = TerminalNo!, Mobile = MobileNo!, Batch = BatchNo };
}
