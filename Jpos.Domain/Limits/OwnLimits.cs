namespace Jpos.Domain.Limits;

/// <summary>Limits that a terminal or a card product may have for itself, beside those of the programme.</summary>
public static class OwnLimits
{
    /// <summary>Returns whether a limit allows more than before: a higher one, or none where there was one.</summary>
    /// <param name="before">The limit so far; null for none.</param>
    /// <param name="after">The limit from now on; null for none.</param>
    public static bool IsRaised<T>(T? before, T? after)
        where T : struct, IComparable<T> => before is { } was && (after is not { } now || now.CompareTo(was) > 0);
}
