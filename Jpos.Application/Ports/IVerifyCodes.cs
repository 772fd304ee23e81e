using Jpos.Domain.VerifyCodes;

namespace Jpos.Application.Ports;

public interface IVerifyCodes
{
    /// <summary>The last code that was sent to a mobile; null if there was none.</summary>
    Task<VerifyCode?> FindLatest(MobileNumber mobile, CancellationToken cancellation);

    /// <summary>What was sent lately to a mobile and from a terminal. In a unit of work that writes, no other code is sent until it ends.</summary>
    Task<VerifyCodeLimits> Limits(MobileNumber mobile, TerminalNumber terminal, Moment now, CancellationToken cancellation);

    /// <summary>Returns how many texts all hosts sent in the last hour. In a unit of work that writes, no other text is sent until it ends.</summary>
    Task<int> CountInHour(DateTime now, CancellationToken cancellation);

    void Add(VerifyCode code);
}
