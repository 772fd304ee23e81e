namespace Jpos.Domain.Accounts;

/// <summary>The origin of points. Points of an account with the same origin are one lot, so the number of lots does not grow with the number of gifts.</summary>
/// <param name="Kind">Points, or a debt.</param>
/// <param name="Store">The store that gave the points, or that caused the debt; <see cref="StoreNumber.None"/> for imports and adjustments.</param>
/// <param name="ExpiresOn">The last valid day; <see cref="Never"/> for a debt.</param>
/// <param name="BatchId">The batch whose settlement makes the points available; 0 if they wait for none.</param>
/// <param name="Month">The month in which the points were given, in the programme's time zone: year × 100 + month; 0 for a debt.</param>
/// <param name="HeldFor">The number of the consume whose gift was held; 0 for other points. Such a gift is a lot alone.</param>
public readonly record struct LotKey(LotKind Kind, StoreNumber Store, DateOnly ExpiresOn, long BatchId, int Month, long HeldFor)
{
    /// <summary>The last day of what does not expire. It is not the last day of the type, which PostgreSQL stores as infinity.</summary>
    public static readonly DateOnly Never = new(9999, 1, 1);

    /// <summary>Returns the key of a debt that a store caused.</summary>
    public static LotKey Debt(StoreNumber store) => new(LotKind.Debt, store, Never, 0, 0, 0);

    /// <summary>Returns the key of points.</summary>
    /// <param name="store">The store that gives them.</param>
    /// <param name="expiresOn">Their last valid day.</param>
    /// <param name="batchId">The batch for which they wait; 0 for none.</param>
    /// <param name="given">The programme's day on which they are given.</param>
    /// <param name="heldFor">The consume of a held gift; null for other points.</param>
    public static LotKey Points(StoreNumber store, DateOnly expiresOn, long batchId, DateOnly given, SerialNumber? heldFor = null) =>
        new(LotKind.Points, store, expiresOn, batchId, (given.Year * 100) + given.Month, heldFor?.Value ?? 0);
}
