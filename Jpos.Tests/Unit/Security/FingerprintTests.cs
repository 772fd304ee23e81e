using Jpos.Domain.Journal;
using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>The keyed hashes of a message's content (protocol §3).</summary>
internal sealed class FingerprintTests
{
    private TemporaryFolder folder = null!;
    private SecurityModule module = null!;

    [SetUp]
    public void MakeModule()
    {
        folder = new TemporaryFolder();
        module = Module("host.key");
    }

    [TearDown]
    public void RemoveFolder()
    {
        module.Dispose();
        folder.Dispose();
    }

    [Test]
    public void The_same_content_has_the_same_fingerprint_whatever_the_order() => Assert.That(
        module.Fingerprint(new MessageContent().With(ContentField.Card, "1").With(ContentField.PointAmount, "2")),
        Is.EqualTo(module.Fingerprint(new MessageContent().With(ContentField.PointAmount, "2").With(ContentField.Card, "1"))));

    [Test]
    public void A_value_hashes_differently_in_another_field()
    {
        var points = module.Fingerprint(new MessageContent().With(ContentField.PointAmount, "10")).Text.Split(':')[1];
        var cash = module.Fingerprint(new MessageContent().With(ContentField.CashAmount, "10")).Text.Split(':')[1];

        Assert.That(points, Is.Not.EqualTo(cash));
    }

    [Test]
    public void Another_host_key_gives_another_fingerprint()
    {
        var content = new MessageContent().With(ContentField.Card, Given.GoodCard);

        Assert.That(module.Fingerprint(content), Is.Not.EqualTo(Module("other.key").Fingerprint(content)));
    }

    [Test]
    public void Nothing_that_was_sent_shows_in_it()
    {
        var text = module.Fingerprint(new MessageContent().With(ContentField.Card, Given.GoodCard).With(ContentField.Mobile, "13800000001")).Text;

        Assert.That(text, Does.Not.Contain(Given.GoodCard).And.Not.Contain("13800000001"));
    }

    private SecurityModule Module(string file) => Modules.Over(Modules.Vault(folder, file));
}
