namespace Jpos.Application.Ports;

/// <summary>The columns of a file, in any order.</summary>
/// <param name="Required">The required columns.</param>
/// <param name="Optional">The optional columns.</param>
public sealed record ImportColumns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public IEnumerable<string> All => Required.Concat(Optional);
}
