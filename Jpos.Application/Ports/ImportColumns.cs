namespace Jpos.Application.Ports;

/// <summary>Which columns a file may have, in any order.</summary>
/// <param name="Required">Those that it has to have.</param>
/// <param name="Optional">Those that it may leave out.</param>
public sealed record ImportColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> All => Required.Concat(Optional);
}
