using System.Diagnostics.CodeAnalysis;

namespace Jpos.Application.Ports;

/// <summary>The orders that a list may be in: by each of some things, up and down.</summary>
/// <param name="usual">The order of a list that nobody asked an order for, as <see cref="Names"/> has it.</param>
/// <param name="sortings">The things.</param>
public sealed class SortOrders<TRow>(string usual, params SortField<TRow>[] sortings)
{
    private readonly Dictionary<string, SortOrder<TRow>> all = sortings
        .SelectMany(by => new SortOrder<TRow>[] { new(by, IsDescending: false), new(by, IsDescending: true) })
        .ToDictionary(order => order.ToString());

    /// <summary>What they are called; those that begin with a minus go down.</summary>
    public IReadOnlyCollection<string> Names => all.Keys;

    /// <summary>The first part of a list in an order.</summary>
    /// <param name="name">What the order is called; null for the usual one.</param>
    /// <param name="limit">How many rows are wanted.</param>
    /// <param name="beginning">The part; null if no order is called so.</param>
    public bool TryFirstPage(string? name, int limit, [NotNullWhen(true)] out PageRequest<TRow>? beginning)
    {
        // What is written for one order is read in that order only: its mark is its name, and the usual one has none.
        beginning = all.TryGetValue(name ?? usual, out var order) ? new PageRequest<TRow>(order, [], limit, $"{order}" == usual ? "" : $"{order}:") : null;
        return beginning is not null;
    }
}
