using System.Diagnostics.CodeAnalysis;

namespace Jpos.Application.Ports;

/// <summary>What a list may be sorted by.</summary>
/// <param name="Name">As whoever asks for it says it.</param>
/// <param name="Last">Tells any two rows apart.</param>
/// <param name="First">Comes before it; null for nothing.</param>
public sealed record Sorting<TRow>(string Name, RowKey<TRow> Last, RowKey<TRow>? First = null);

/// <summary>An order of a list.</summary>
/// <param name="By">What it is sorted by.</param>
/// <param name="IsDescending">The highest comes first.</param>
public sealed record Order<TRow>(Sorting<TRow> By, bool IsDescending)
{
    public override string ToString() => IsDescending ? $"-{By.Name}" : By.Name;
}

/// <summary>A part of a list.</summary>
/// <param name="Order">The order of the list.</param>
/// <param name="After">The keys of the row that it comes after, the last one first; none for the beginning.</param>
/// <param name="Limit">How many rows are wanted.</param>
/// <param name="Mark">What is written before the keys of a row.</param>
public sealed record Slice<TRow>(Order<TRow> Order, IReadOnlyList<object> After, int Limit, string Mark)
{
    private const char Between = '-';

    /// <summary>Where the list goes on after a row.</summary>
    public string WriteAfter(TRow row) => Order.By.First is { } first
        ? $"{Mark}{first.Write(row)}{Between}{Order.By.Last.Write(row)}"
        : $"{Mark}{Order.By.Last.Write(row)}";

    /// <summary>The same part after a place that <see cref="WriteAfter"/> wrote; null if it wrote it for no list in this order.</summary>
    public Slice<TRow>? Following(string place)
    {
        if (!place.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        // The last key has no such sign in it; the first one may.
        var keys = place[Mark.Length..];
        var end = Order.By.First is null ? -1 : keys.LastIndexOf(Between);
        return Order.By.Last.Read(keys[(end + 1)..]) is not { } last ? null
            : Order.By.First is null ? this with { After = [last] }
            : end >= 0 && Order.By.First.Read(keys[..end]) is { } first ? this with { After = [last, first] }
            : null;
    }
}

/// <summary>The orders that a list may be in: by each of some things, up and down.</summary>
/// <param name="usual">The order of a list that nobody asked an order for, as <see cref="Names"/> has it.</param>
/// <param name="sortings">The things.</param>
public sealed class Orders<TRow>(string usual, params Sorting<TRow>[] sortings)
{
    private readonly Dictionary<string, Order<TRow>> all = sortings
        .SelectMany(by => new Order<TRow>[] { new(by, IsDescending: false), new(by, IsDescending: true) })
        .ToDictionary(order => order.ToString());

    /// <summary>What they are called; those that begin with a minus go down.</summary>
    public IReadOnlyCollection<string> Names => all.Keys;

    /// <summary>The first part of a list in an order.</summary>
    /// <param name="name">What the order is called; null for the usual one.</param>
    /// <param name="limit">How many rows are wanted.</param>
    /// <param name="beginning">The part; null if no order is called so.</param>
    public bool TryBegin(string? name, int limit, [NotNullWhen(true)] out Slice<TRow>? beginning)
    {
        // What is written for one order is read in that order only: its mark is its name, and the usual one has none.
        beginning = all.TryGetValue(name ?? usual, out var order) ? new Slice<TRow>(order, [], limit, $"{order}" == usual ? "" : $"{order}:") : null;
        return beginning is not null;
    }
}
