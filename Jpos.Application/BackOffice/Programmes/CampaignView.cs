using System.Globalization;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>A campaign, as the back office sees it.</summary>
/// <param name="Id">What it is found by; a gift says by which one it was earned.</param>
/// <param name="Name">Its name.</param>
/// <param name="Multiplier">How often the gift of the grade.</param>
/// <param name="From">Its first business day.</param>
/// <param name="Through">Its last business day.</param>
/// <param name="Stores">The stores where it is on; none for all.</param>
/// <param name="Grades">The grades that it is for; none for all.</param>
/// <param name="Advertisement">What receipts say instead of the store's text; empty for the store's.</param>
/// <param name="IsCancelled">It gives nothing any more.</param>
public sealed record CampaignView(
    long Id, string Name, decimal Multiplier, DateOnly From, DateOnly Through, IReadOnlyList<string> Stores, IReadOnlyList<Grade> Grades, string Advertisement, bool IsCancelled) : IResourceView
{
    public static CampaignView Of(Campaign campaign) => new(
        campaign.Id,
        campaign.Name,
        campaign.Multiplier,
        campaign.From,
        campaign.Through,
        [.. campaign.Stores.Select(store => store.Value)],
        campaign.Grades,
        campaign.Advertisement,
        campaign.IsCancelled);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"campaigns/{id}");
}
