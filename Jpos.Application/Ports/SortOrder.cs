namespace Jpos.Application.Ports;

/// <summary>A sort order of a list.</summary>
/// <param name="By">The field.</param>
/// <param name="IsDescending">Whether the order is descending.</param>
public sealed record SortOrder<TRow>(SortField<TRow> By, bool IsDescending)
{
    public override string ToString() => IsDescending ? $"-{By.Name}" : By.Name;
}
