using System.Globalization;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>A campaign.</summary>
/// <param name="Id">The id, to which a gift refers.</param>
/// <param name="Name">The name.</param>
/// <param name="Multiplier">The factor on the gift of the grade.</param>
/// <param name="From">The first business day.</param>
/// <param name="Through">The last business day.</param>
/// <param name="Stores">The stores that take part; empty for all.</param>
/// <param name="Grades">The grades that take part; empty for all.</param>
/// <param name="Advertisement">The text on receipts instead of the store's text; empty to use the store's.</param>
/// <param name="IsCancelled">Whether the campaign is cancelled.</param>
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
