namespace Jpos.Application.Ports;

/// <summary>An order of a list.</summary>
/// <param name="By">What it is sorted by.</param>
/// <param name="IsDescending">The highest comes first.</param>
public sealed record SortOrder<TRow>(SortField<TRow> By, bool IsDescending)
{
    public override string ToString() => IsDescending ? $"-{By.Name}" : By.Name;
}
