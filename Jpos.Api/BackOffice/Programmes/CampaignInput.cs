using Jpos.Domain;
using Jpos.Domain.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The fields of a campaign.</summary>
public sealed record CampaignInput : IProfileInput<CampaignProfile>
{
    private const int MultiplierDecimals = 4;

    /// <summary>The campaign's name: 1 to 100 letters.</summary>
    [Mandatory]
    public string? Name { get; init; }

    /// <summary>The factor on the gift of the grade, such as 2 for double points: 0 to 100, with at most 4 decimal places.</summary>
    [Mandatory]
    public decimal? Multiplier { get; init; }

    /// <summary>The first business day.</summary>
    [Mandatory]
    public DateOnly? From { get; init; }

    /// <summary>The last business day.</summary>
    [Mandatory]
    public DateOnly? Through { get; init; }

    /// <summary>The stores that take part; all if omitted or empty.</summary>
    public IReadOnlyList<string?>? Stores { get; init; }

    /// <summary>The grades that take part; all if omitted or empty.</summary>
    public IReadOnlyList<Grade>? Grades { get; init; }

    /// <summary>The text on receipts instead of the store's text: at most 999 bytes in GB2312; the store's text if omitted.</summary>
    public string? Advertisement { get; init; }

    /// <summary>Whether the campaign is cancelled; false if omitted.</summary>
    public bool? IsCancelled { get; init; }

    public CampaignProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, CampaignProfile.LongestName);
        var multiplier = fields.Factor("multiplier", Multiplier, CampaignProfile.HighestMultiplier, MultiplierDecimals);
        fields.Check("from", From is not null, FieldErrorText.Missing("from"));
        fields.Check("through", Through is not null && (From is null || Through >= From), Through is null ? FieldErrorText.Missing("through") : FieldErrorText.MustBe("through", "equal to from, or later"));
        fields.Check("stores", Stores is not { Count: > CampaignProfile.MostStores }, FieldErrorText.MustBe("stores", $"a list of at most {CampaignProfile.MostStores}"));
        return new CampaignProfile(name, multiplier, From ?? default, Through ?? default)
        {
            Stores = [.. (Stores ?? []).Take(CampaignProfile.MostStores).Select(store => fields.Read<StoreNumber>("stores", store, StoreNumber.TryParse))],
            Grades = [.. Grades ?? []],
            Advertisement = fields.Advertisement(Advertisement),
            IsCancelled = IsCancelled ?? false,
        };
    }
}
