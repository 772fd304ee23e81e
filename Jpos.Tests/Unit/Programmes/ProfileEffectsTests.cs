using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Programmes;

namespace Jpos.Tests.Unit.Programmes;

/// <summary>What a profile says of itself to the base of resources.</summary>
internal sealed class ProfileEffectsTests
{
    [Test]
    public void A_campaign_changes_the_programme_and_a_member_does_not() =>
        Assert.That((Effect(new CampaignProfile("double", 2, default, default)).ChangesProgramme, Effect(new MemberProfile("张三", Grade.Green)).ChangesProgramme), Is.EqualTo((true, false)));

    [Test]
    public void A_member_changes_a_document_only_if_one_is_named() =>
        Assert.That((Effect(new MemberProfile("张三", Grade.Green) { Document = new(IdentityType.IdentityCard, IdentityNumber.Of("11010519491231002X")) }).ChangesIdentityDocument, Effect(new MemberProfile("张三", Grade.Green)).ChangesIdentityDocument), Is.EqualTo((true, false)));

    private static IProfile Effect(IProfile profile) => profile;
}
