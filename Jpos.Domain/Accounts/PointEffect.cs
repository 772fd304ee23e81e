namespace Jpos.Domain.Accounts;

/// <summary>What some transactions together did to the points of an account, by lot and programme account (protocol §4).</summary>
public sealed class PointEffect
{
    private PointEffect(IReadOnlyList<Part> parts) => Parts = parts;

    /// <summary>Only what does not cancel out, in the order of the first posting of each.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>What it took from lots: below zero.</summary>
    public IEnumerable<Part> Taken => Parts.Where(part => part.Amount < Points.Zero);

    /// <summary>What it gave to lots: above zero.</summary>
    public IEnumerable<Part> Given => Parts.Where(part => part.Amount > Points.Zero);

    public IEnumerable<long> LotIds => Parts.Select(part => part.LotId).Distinct();

    public static PointEffect Of(IEnumerable<Posting> postings) => new(
    [
        .. postings
            .GroupBy(posting => (posting.LotId, posting.Programme), posting => posting.Amount)
            .Select(group => new Part(group.Key.LotId, group.Key.Programme, group.Sum()))
            .Where(part => !part.Amount.IsZero),
    ]);

    /// <param name="LotId">The lot.</param>
    /// <param name="Programme">The account on the other side.</param>
    /// <param name="Amount">What the lot gained; below zero, lost.</param>
    public readonly record struct Part(long LotId, ProgrammeAccount Programme, Points Amount);
}
