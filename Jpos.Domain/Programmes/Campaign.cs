namespace Jpos.Domain.Programmes;

/// <summary>A period in which members earn a multiple, in chosen stores or grades.</summary>
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

    /// <inheritdoc cref="CampaignProfile.IsCancelled"/>
    public bool IsCancelled { get; private set; }

    /// <inheritdoc cref="CampaignProfile.Stores"/>
    public IReadOnlyList<StoreNumber> Stores => [.. Parts(StoreNumbers).Select(StoreNumber.Of)];

    /// <inheritdoc cref="CampaignProfile.Grades"/>
    public IReadOnlyList<Grade> Grades => [.. Parts(GradeNumbers).Select(grade => NumberText.TryParseWhole(grade, out var number) && number <= int.MaxValue ? (Grade)(int)number : (Grade)(-1))];

    /// <summary>The stored form of <see cref="Stores"/>.</summary>
    private string StoreNumbers { get; set; } = "";

    /// <summary>The stored form of <see cref="Grades"/>.</summary>
    private string GradeNumbers { get; set; } = "";

    /// <summary>Changes the campaign for new consumes. Earned points stay as they are.</summary>
    public void Change(CampaignProfile profile)
    {
        (Name, Multiplier, From, Through, Advertisement, IsCancelled) =
            (profile.Name, profile.Multiplier, profile.From, profile.Through, profile.Advertisement, profile.IsCancelled);
        StoreNumbers = string.Join(',', profile.Stores.Select(store => store.Value).Distinct().Order(StringComparer.Ordinal));
        GradeNumbers = string.Join(',', profile.Grades.Select(grade => (int)grade).Distinct().Order());
    }

    /// <summary>Returns whether the campaign applies to a consume.</summary>
    /// <param name="store">The store of the consume.</param>
    /// <param name="grade">The member's grade.</param>
    /// <param name="day">The store's business day.</param>
    public bool IsOnFor(StoreNumber store, Grade grade, DateOnly day) =>
        !IsCancelled && From <= day && day <= Through && (Stores is [] || Stores.Contains(store)) && (Grades is [] || Grades.Contains(grade));

    private static string[] Parts(string stored) => stored.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
