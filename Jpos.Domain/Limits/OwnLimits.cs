namespace Jpos.Domain.Limits;

/// <summary>The limits that a terminal or a card product may have beside those of the programme.</summary>
public static class OwnLimits
{
    /// <summary>Returns whether a limit is raised: to a higher one, or from one to none.</summary>
    /// <param name="before">The limit so far; null for none.</param>
    /// <param name="after">The new limit; null for none.</param>
    public static bool IsRaised<T>(T? before, T? after)
        where T : struct, IComparable<T> => before is { } was && (after is not { } now || now.CompareTo(was) > 0);
}
