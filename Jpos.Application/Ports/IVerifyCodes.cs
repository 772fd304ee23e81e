using Jpos.Domain.VerifyCodes;

namespace Jpos.Application.Ports;

public interface IVerifyCodes
{
    /// <summary>Returns the last code that was sent to a mobile; null if there is none.</summary>
    Task<VerifyCode?> FindLatest(MobileNumber mobile, CancellationToken cancellation);

    /// <summary>Returns the recent codes of a mobile and of a terminal. In a unit of work that writes, sending to the mobile is locked until the unit ends.</summary>
    Task<VerifyCodeLimits> Limits(MobileNumber mobile, TerminalNumber terminal, Moment now, CancellationToken cancellation);

    /// <summary>Returns the number of texts that all hosts sent in the last hour. In a unit of work that writes, sending is locked until the unit ends.</summary>
    Task<int> CountInHour(DateTime now, CancellationToken cancellation);

    void Add(VerifyCode code);
}
