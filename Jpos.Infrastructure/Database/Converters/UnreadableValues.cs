namespace Jpos.Infrastructure.Database.Converters;

/// <summary>The stored values of closed sets that this process could not read, each once. Converters have no log of their own: <see cref="UnreadableValuesLog"/> tells of them.</summary>
internal static class UnreadableValues
{
    /// <summary>Whoever damages a database further than this has enough to read.</summary>
    private const int Most = 200;

    private static readonly Lock Gate = new();

    private static readonly List<UnreadableValue> Found = [];

    private static volatile int count;

    /// <summary>How many there are.</summary>
    public static int Count => count;

    /// <summary>Adds one, if it is not there.</summary>
    /// <param name="column">The table and the column.</param>
    /// <param name="stored">What is stored.</param>
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

    /// <summary>Returns those that were found after the first ones.</summary>
    /// <param name="first">How many to skip.</param>
    public static IReadOnlyList<UnreadableValue> After(int first)
    {
        lock (Gate)
        {
            return Found.GetRange(first, Found.Count - first);
        }
    }
}
