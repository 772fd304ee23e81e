namespace Jpos.Application.BackOffice.Cards;

/// <summary>The resource of card products. A change applies to all cards of the product, and raises an alert if it weakens a protection.</summary>
public sealed class CardProductResource(IResources<CardProduct> products, IAlerts alerts, CommandAudit audit) : ListedResource<CardProduct, CardProductProfile, CardProductView>(products, audit)
{
    protected override CardProduct Create(CardProductProfile profile) => new(profile);

    protected override void Change(CardProduct row, CardProductProfile profile) => row.Change(profile);

    protected override CardProductView View(CardProduct row) => CardProductView.Of(row);

    protected override async Task RaiseAlerts(CardProduct row, CardProductProfile profile, CancellationToken cancellation)
    {
        foreach (var kind in row.AlertsOf(profile))
        {
            await alerts.Raise(kind, Now.Utc, cancellation);
        }
    }
}
