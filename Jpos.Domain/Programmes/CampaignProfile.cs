using Jpos.Domain.Stores;

namespace Jpos.Domain.Programmes;

/// <summary>What the back office says of a campaign.</summary>
/// <param name="Name">Its name, for people to read.</param>
/// <param name="Multiplier">How often the gift of the grade: 2 for double points.</param>
/// <param name="From">Its first business day.</param>
/// <param name="Through">Its last business day.</param>
public sealed record CampaignProfile(string Name, decimal Multiplier, DateOnly From, DateOnly Through) : IProfile
{
    public const int LongestName = 100;
    public const decimal HighestMultiplier = 100m;
    public const int MostStores = 500;

    /// <summary>The stores where it is on; none for all.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    /// <summary>The grades of members that it is for; none for all.</summary>
    public IReadOnlyCollection<Grade> Grades { get; init; } = [];

    /// <summary>What receipts say to members instead of the store's own text; empty for the store's. As long as <see cref="StoreProfile.Advertisement"/>.</summary>
    public string Advertisement { get; init; } = "";

    /// <summary>It was called off: it gives nothing any more.</summary>
    public bool IsCancelled { get; init; }

    bool IProfile.ChangesProgramme => true;
}
