namespace Jpos.Domain.VerifyCodes;

/// <summary>How often codes may be sent (protocol §7).</summary>
/// <param name="LastToMobile">When the mobile got its last one; null if it never did.</param>
/// <param name="ToMobileInHour">How many it got in the last hour.</param>
/// <param name="ToMobileToday">How many it got today.</param>
/// <param name="FromTerminalInHour">How many the terminal sent in the last hour.</param>
public sealed record VerifyCodeLimits(DateTime? LastToMobile, int ToMobileInHour, int ToMobileToday, int FromTerminalInHour)
{
    private const int PauseSeconds = 60;
    private const int MostInHour = 5;
    private const int MostInDay = 10;
    private const int MostOfTerminalInHour = 30;

    /// <summary>Row 20 of protocol §2. The detail does not tell which limit it was.</summary>
    public Decline? Refuse(DateTime now) =>
        now < LastToMobile?.AddSeconds(PauseSeconds) || ToMobileInHour >= MostInHour || ToMobileToday >= MostInDay || FromTerminalInHour >= MostOfTerminalInHour
            ? TooOften
            : null;

    internal static Decline TooOften => new(ResponseCode.CountOverLimit, "Verify codes were asked for too often; try again later.");
}
