namespace Jpos.Domain.Accounts;

/// <summary>The total effect of some transactions on the points of an account, by lot and programme account (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
public sealed class PointEffect
{
    private PointEffect(IReadOnlyList<Part> parts) => Parts = parts;

    /// <summary>The parts that are not zero, in the order of their first postings.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The parts taken from lots, below zero.</summary>
    public IEnumerable<Part> Taken => Parts.Where(part => part.Amount < Points.Zero);

    /// <summary>The parts given to lots, above zero.</summary>
    public IEnumerable<Part> Given => Parts.Where(part => part.Amount > Points.Zero);

    public IEnumerable<long> LotIds => Parts.Select(part => part.LotId).Distinct();

    public static PointEffect Of(IEnumerable<Posting> postings) => Of(postings.Select(posting => new Part(posting.LotId, posting.Programme, posting.Amount)));

    /// <summary>Returns the same effect on other lots: those that took over the points of merged accounts.</summary>
    /// <param name="successors">The lots that have a successor, each with its id.</param>
    public PointEffect In(IReadOnlyDictionary<long, long> successors) =>
        successors.Count == 0 ? this : Of(Parts.Select(part => part with { LotId = successors.GetValueOrDefault(part.LotId, part.LotId) }));

    private static PointEffect Of(IEnumerable<Part> parts) => new(
    [
        .. parts
            .GroupBy(part => (part.LotId, part.Programme), part => part.Amount)
            .Select(group => new Part(group.Key.LotId, group.Key.Programme, group.Sum()))
            .Where(part => !part.Amount.IsZero),
    ]);

    /// <param name="LotId">The lot.</param>
    /// <param name="Programme">The account on the other side.</param>
    /// <param name="Amount">The points that the lot gained; below zero, lost.</param>
    public readonly record struct Part(long LotId, ProgrammeAccount Programme, Points Amount);
}
