namespace Jpos.Domain.VerifyCodes;

/// <summary>The number of texts that all hosts of one database may send in an hour.</summary>
/// <param name="MostInHour">The budget; 0 for no limit.</param>
public sealed record TextBudget(int MostInHour = TextBudget.Default)
{
    public const int Default = 1000;

    private const int WarningPercent = 80;

    /// <summary>Returns the decline of row 20 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null. Its detail does not reveal which limit was reached.</summary>
    /// <param name="sent">The number of texts in the last hour.</param>
    public Decline? Refuse(int sent) => MostInHour > 0 && sent >= MostInHour ? VerifyCodeLimits.TooOften : null;

    /// <summary>Returns whether 80 % of the budget is used, so that the back office must be alerted.</summary>
    /// <param name="sent">The number of texts in the last hour, with the current one.</param>
    public bool IsNearlySpent(int sent) => MostInHour > 0 && sent * 100L >= MostInHour * (long)WarningPercent;
}
