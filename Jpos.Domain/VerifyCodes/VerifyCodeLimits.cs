namespace Jpos.Domain.VerifyCodes;

/// <summary>Limits how often verify codes are sent (<see href="docs/protocol.md#7-verify-codes-and-activation">protocol §7</see>).</summary>
/// <param name="LastToMobile">When the mobile number got its last code, UTC; null if it got none.</param>
/// <param name="ToMobileInHour">The codes to the mobile number in the last hour.</param>
/// <param name="ToMobileToday">The codes to the mobile number today.</param>
/// <param name="FromTerminalInHour">The codes from the terminal in the last hour.</param>
public sealed record VerifyCodeLimits(DateTime? LastToMobile, int ToMobileInHour, int ToMobileToday, int FromTerminalInHour)
{
    private const int PauseSeconds = 60;
    private const int MostInHour = 5;
    private const int MostInDay = 10;
    private const int MostOfTerminalInHour = 30;

    /// <summary>Returns the decline of row 20 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null. Its detail does not reveal which limit was reached.</summary>
    public Decline? Refuse(DateTime now) =>
        now < LastToMobile?.AddSeconds(PauseSeconds) || ToMobileInHour >= MostInHour || ToMobileToday >= MostInDay || FromTerminalInHour >= MostOfTerminalInHour
            ? TooOften
            : null;

    internal static Decline TooOften => new(ResponseCode.CountOverLimit, "Too many verify codes were requested. Try again later.");
}
