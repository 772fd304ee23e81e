namespace Jpos.Domain.VerifyCodes;

/// <summary>How many texts all hosts of one database may send within an hour.</summary>
/// <param name="MostInHour">The budget; 0 is no limit.</param>
public sealed record TextBudget(int MostInHour = TextBudget.Default)
{
    public const int Default = 1000;

    private const int WarningPercent = 80;

    /// <summary>Row 20 of protocol §2. The detail does not tell which limit it was.</summary>
    /// <param name="sent">How many were sent in the last hour.</param>
    public Decline? Refuse(int sent) => MostInHour > 0 && sent >= MostInHour ? VerifyCodeLimits.TooOften : null;

    /// <summary>Returns whether the back office has to know how many texts there are: 80 % of the budget.</summary>
    /// <param name="sent">How many were sent in the last hour, with the one at hand.</param>
    public bool IsNearlySpent(int sent) => MostInHour > 0 && sent * 100L >= MostInHour * (long)WarningPercent;
}
