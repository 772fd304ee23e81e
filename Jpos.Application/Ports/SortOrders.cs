using System.Diagnostics.CodeAnalysis;

namespace Jpos.Application.Ports;

/// <summary>The sort orders of a list: each field, ascending and descending.</summary>
/// <param name="usual">The default order, as in <see cref="Names"/>.</param>
/// <param name="sortings">The fields.</param>
public sealed class SortOrders<TRow>(string usual, params SortField<TRow>[] sortings)
{
    private readonly Dictionary<string, SortOrder<TRow>> all = sortings
        .SelectMany(by => new SortOrder<TRow>[] { new(by, IsDescending: false), new(by, IsDescending: true) })
        .ToDictionary(order => order.ToString());

    /// <summary>The names of the orders; a leading minus means descending.</summary>
    public IReadOnlyCollection<string> Names => all.Keys;

    /// <summary>Returns the request for the first page in an order.</summary>
    /// <param name="name">The name of the order; null for the default.</param>
    /// <param name="limit">The size of the page.</param>
    /// <param name="beginning">The request; null if the order does not exist.</param>
    public bool TryFirstPage(string? name, int limit, [NotNullWhen(true)] out PageRequest<TRow>? beginning)
    {
        // A cursor is valid in its own order only. Its prefix is the order's name, which is empty for the default order.
        beginning = all.TryGetValue(name ?? usual, out var order) ? new PageRequest<TRow>(order, [], limit, $"{order}" == usual ? "" : $"{order}:") : null;
        return beginning is not null;
    }
}
