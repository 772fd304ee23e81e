namespace Jpos.Infrastructure.Database.Converters;

/// <summary>The unreadable stored values that this process has met, each once. Converters have no logger, so <see cref="UnreadableValuesLog"/> logs them.</summary>
internal static class UnreadableValues
{
    /// <summary>The most values to keep; more would not help an operator.</summary>
    private const int Most = 200;

    private static readonly Lock Gate = new();

    private static readonly List<UnreadableValue> Found = [];

    private static volatile int count;

    /// <summary>The number of values.</summary>
    public static int Count => count;

    /// <summary>Adds a value unless it is known.</summary>
    /// <param name="column">The table and the column.</param>
    /// <param name="stored">The stored value.</param>
    public static void Add(string column, string stored)
    {
        var value = new UnreadableValue(column, stored);
        lock (Gate)
        {
            if (Found.Count < Most && !Found.Contains(value))
            {
                Found.Add(value);
                count = Found.Count;
            }
        }
    }

    /// <summary>Returns the values that follow the first ones.</summary>
    /// <param name="first">The number of values to skip.</param>
    public static IReadOnlyList<UnreadableValue> After(int first)
    {
        lock (Gate)
        {
            return Found.GetRange(first, Found.Count - first);
        }
    }
}
