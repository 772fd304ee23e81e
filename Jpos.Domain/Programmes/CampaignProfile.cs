using Jpos.Domain.Stores;

namespace Jpos.Domain.Programmes;

/// <summary>The fields of a campaign that the back office sets.</summary>
/// <param name="Name">The name, for people to read.</param>
/// <param name="Multiplier">The factor on the gift of the grade: 2 for double points.</param>
/// <param name="From">Its first business day.</param>
/// <param name="Through">Its last business day.</param>
public sealed record CampaignProfile(string Name, decimal Multiplier, DateOnly From, DateOnly Through) : IProfile
{
    public const int LongestName = 100;
    public const decimal HighestMultiplier = 100m;
    public const int MostStores = 500;

    /// <summary>The stores where it applies; none for all.</summary>
    public IReadOnlyCollection<StoreNumber> Stores { get; init; } = [];

    /// <summary>The grades of members to which it applies; none for all.</summary>
    public IReadOnlyCollection<Grade> Grades { get; init; } = [];

    /// <summary>The text for members on receipts, in place of the store's; empty for the store's. The limit is that of <see cref="StoreProfile.Advertisement"/>.</summary>
    public string Advertisement { get; init; } = "";

    /// <summary>Whether it is cancelled, and gives nothing more.</summary>
    public bool IsCancelled { get; init; }

    bool IProfile.ChangesProgramme => true;
}
