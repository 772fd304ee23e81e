using Jpos.Domain;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Programmes;

/// <summary>Days on which members earn more.</summary>
internal sealed class CampaignTests
{
    [Test]
    public void A_campaign_is_as_it_was_last_changed()
    {
        var campaign = new Campaign(new("First", 2m, Given.Today, Given.NextYear));

        campaign.Change(new("Second", 3m, Given.Today.AddDays(1), Given.Today.AddDays(2))
        {
            Stores = [StoreNumber.Of("b"), StoreNumber.Of("a"), StoreNumber.Of("b"), StoreNumber.Of("C")],
            Grades = [Grade.Diamond, Grade.Green, Grade.Diamond],
            Advertisement = "Double points",
            IsCancelled = true,
        });

        Assert.That(
            (campaign.Name, campaign.Multiplier, campaign.From, campaign.Through, campaign.Advertisement, campaign.IsCancelled),
            Is.EqualTo(("Second", 3m, Given.Today.AddDays(1), Given.Today.AddDays(2), "Double points", true)));
        Assert.That((string.Join(' ', campaign.Stores), campaign.Grades), Is.EqualTo(("C a b", new[] { Grade.Green, Grade.Diamond })));
    }

    [Test]
    public void A_campaign_is_on_everywhere_for_everybody_unless_told_otherwise()
    {
        var campaign = new Campaign(new("First", 2m, Given.Today, Given.Today));

        Assert.That((campaign.Stores, campaign.Grades, campaign.Advertisement, campaign.IsCancelled), Is.EqualTo((Array.Empty<StoreNumber>(), Array.Empty<Grade>(), "", false)));
        Assert.That((campaign.IsOnFor(Given.StoreNumber, Grade.Platinum, Given.Today), campaign.IsOnFor(Given.StoreNumber, Grade.Platinum, Given.Today.AddDays(1))), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_cancelled_campaign_is_on_for_nobody() =>
        Assert.That(new Campaign(new("First", 2m, Given.Today, Given.Today) { IsCancelled = true }).IsOnFor(Given.StoreNumber, Grade.Platinum, Given.Today), Is.False);
}
