using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.TextForms;

namespace Jpos.Domain.Programmes;

/// <summary>What the back office says of a campaign.</summary>
/// <param name="Name">Its name, for people to read.</param>
/// <param name="Multiplier">How often the gift of the grade: 2 for double points.</param>
/// <param name="From">Its first business day.</param>
/// <param name="Through">Its last business day.</param>
public sealed record CampaignProfile(string Name, decimal Multiplier, DateOnly From, DateOnly Through)
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
    public bool IsCalledOff { get; init; }
}

/// <summary>Days on which members earn more, or other people do: some stores, some grades.</summary>
public sealed class Campaign
{
    private Campaign()
    {
    }

    public Campaign(CampaignProfile profile) => Change(profile);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <inheritdoc cref="CampaignProfile.Multiplier"/>
    public decimal Multiplier { get; private set; }

    /// <inheritdoc cref="CampaignProfile.From"/>
    public DateOnly From { get; private set; }

    /// <inheritdoc cref="CampaignProfile.Through"/>
    public DateOnly Through { get; private set; }

    /// <inheritdoc cref="CampaignProfile.Advertisement"/>
    public string Advertisement { get; private set; } = "";

    /// <inheritdoc cref="CampaignProfile.IsCalledOff"/>
    public bool IsCalledOff { get; private set; }

    /// <inheritdoc cref="CampaignProfile.Stores"/>
    public IReadOnlyList<StoreNumber> Stores => [.. Parts(StoreNumbers).Select(StoreNumber.Of)];

    /// <inheritdoc cref="CampaignProfile.Grades"/>
    public IReadOnlyList<Grade> Grades => [.. Parts(GradeNumbers).Select(grade => Numerals.TryParseWhole(grade, out var number) && number <= int.MaxValue ? (Grade)(int)number : (Grade)(-1))];

    /// <summary>As it is stored.</summary>
    private string StoreNumbers { get; set; } = "";

    /// <summary>As it is stored.</summary>
    private string GradeNumbers { get; set; } = "";

    /// <summary>Consumes are so from now on; what was earned stays as it is.</summary>
    public void Change(CampaignProfile profile)
    {
        (Name, Multiplier, From, Through, Advertisement, IsCalledOff) =
            (profile.Name, profile.Multiplier, profile.From, profile.Through, profile.Advertisement, profile.IsCalledOff);
        StoreNumbers = string.Join(',', profile.Stores.Select(store => store.Value).Distinct().Order(StringComparer.Ordinal));
        GradeNumbers = string.Join(',', profile.Grades.Select(grade => (int)grade).Distinct().Order());
    }

    /// <summary>Whether a consume earns by it.</summary>
    /// <param name="store">Where it is made.</param>
    /// <param name="grade">The member's.</param>
    /// <param name="day">The store's business day.</param>
    public bool IsOnFor(StoreNumber store, Grade grade, DateOnly day) =>
        !IsCalledOff && From <= day && day <= Through && (Stores is [] || Stores.Contains(store)) && (Grades is [] || Grades.Contains(grade));

    private static string[] Parts(string stored) => stored.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
