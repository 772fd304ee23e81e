using System.Net;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>Where events may go, and where not.</summary>
internal sealed class TargetsTests
{
    private static readonly WebhookUrlPolicy Targets = new(new WebhookSettings(), new SystemDnsResolver());

    [TestCase("8.8.8.8")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.1")]
    [TestCase("2606:4700:4700::1111")]
    [TestCase("::ffff:8.8.8.8")]
    public void What_is_of_the_internet_may_be_told(string address) => Assert.That(Targets.Allows(IPAddress.Parse(address)), Is.True);

    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("100.64.0.1")]
    [TestCase("127.0.0.1")]
    [TestCase("127.255.0.9")]
    [TestCase("169.254.169.254")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("64:ff9b::a00:1")]
    [TestCase("2002:7f00:1::")]
    [TestCase("2001:0:1::1")]
    [TestCase("fc00::1")]
    [TestCase("fe80::1")]
    [TestCase("ff02::1")]
    public void What_is_inside_may_not(string address) => Assert.That(Targets.Allows(IPAddress.Parse(address)), Is.False);

    [TestCase("https://example.com/hook?token=1", null)]
    [TestCase("https://8.8.8.8:8443/", null)]
    [TestCase("http://example.com/", "url must be an https URL.")]
    [TestCase("ftp://example.com/", "url must be an https URL without a user and a fragment.")]
    [TestCase("https://user:secret@example.com/", "url must be an https URL without a user and a fragment.")]
    [TestCase("https://example.com/#part", "url must be an https URL without a user and a fragment.")]
    [TestCase("https://127.0.0.1/", "url must not point to this machine or to a private network.")]
    [TestCase("https://2130706433/", "url must not point to this machine or to a private network.")]
    [TestCase("https://0x7f.1/", "url must not point to this machine or to a private network.")]
    [TestCase("https://[::1]/", "url must not point to this machine or to a private network.")]
    [TestCase("https://[::ffff:169.254.169.254]/", "url must not point to this machine or to a private network.")]
    public void An_address_is_looked_at_before_anything_is_sent_to_it(string url, string? refusal) => Assert.That(Targets.Validate(new Uri(url)), Is.EqualTo(refusal));

    [Test]
    public void A_name_that_leads_inside_is_not_connected_to() =>
        Assert.That(async () => await Targets.Connect(new DnsEndPoint("localhost", 1), CancellationToken.None), Throws.TypeOf<WebhookUrlRefusedException>());

    [TestCase("localhost")]
    [TestCase("LOCALHOST.")]
    [TestCase("hook.localhost")]
    public void A_name_of_this_machine_is_not_connected_to(string name)
    {
        var webhookUrlPolicy = new WebhookUrlPolicy(new WebhookSettings(), new NamesThatChange(IPAddress.Loopback, IPAddress.IPv6Loopback));
        Assert.That(webhookUrlPolicy.Validate(new Uri($"https://{name}/")), Is.Null, "what a name leads to is looked up with each connection");
        Assert.That(async () => await webhookUrlPolicy.Connect(new DnsEndPoint(name, 1), CancellationToken.None), Throws.TypeOf<WebhookUrlRefusedException>());
    }

    [Test]
    public async Task A_name_that_has_come_to_lead_inside_since_it_was_checked_is_not_connected_to([Values("127.0.0.1", "10.0.0.1", "::1", "fd00::1", "169.254.169.254")] string inside)
    {
        var names = new NamesThatChange(IPAddress.Parse("8.8.8.8"));
        var webhookUrlPolicy = new WebhookUrlPolicy(new WebhookSettings(), names);
        Assert.That((webhookUrlPolicy.Validate(new Uri("https://hook.example/")), (await names.LookUp("hook.example", CancellationToken.None)).All(webhookUrlPolicy.Allows)), Is.EqualTo(((string?)null, true)));
        names.Addresses = [IPAddress.Parse(inside)];
        Assert.That(async () => await webhookUrlPolicy.Connect(new DnsEndPoint("hook.example", 1), CancellationToken.None), Throws.TypeOf<WebhookUrlRefusedException>());
    }

    [Test]
    public void A_setting_allows_what_is_inside()
    {
        var all = new WebhookUrlPolicy(new WebhookSettings { AllowPrivateTargets = true }, new SystemDnsResolver());
        Assert.That((all.Validate(new Uri("http://127.0.0.1:1/")), all.Allows(IPAddress.Loopback)), Is.EqualTo(((string?)null, true)));
    }
}
