using System.ComponentModel.DataAnnotations;
using System.Text;
using Jpos.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jpos.Tests.Unit.Transport;

/// <summary>A setting that was to close something and does not say how stops the start.</summary>
internal sealed class TransportSettingsTests
{
    private const string Print = "4FBF3F858B5D1DD35BCD3C599DADD11947800DB7829DBE171A5D96BEA28CE035";

    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP","Terminals":[]}}}""", TestName = "An empty list of terminals")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP","Terminals":null}}}""", TestName = "A list of terminals that is null")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP","Terminals":"10000001"}}}""", TestName = "One terminal in place of a list")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP","Terminal":["10000001"]}}}""", TestName = "A misspelt list of terminals")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP","Terminals":["1000-0001"]}}}""", TestName = "A terminal number that is none")]
    [TestCase("""{"ClientCertificates":{"till":{"Terminals":["10000001"]}}}""", TestName = "A certificate without a fingerprint")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"4F:BF"}}}""", TestName = "A fingerprint that is too short")]
    [TestCase("""{"ClientCertificates":{"till":{}}}""", TestName = "A certificate that says nothing")]
    [TestCase("""{"ClientCertificates":{"till":{"Sha256":"FP"},"gateway":{"Sha256":"FP"}}}""", TestName = "One certificate under two names")]
    [TestCase("""{"ClientCertificates":"FP"}""", TestName = "A fingerprint in place of the certificates")]
    [TestCase("""{"ClientCertificate":{"till":{"Sha256":"FP"}}}""", TestName = "A misspelt setting")]
    [TestCase("""{"Proxies":"10.0.0.1"}""", TestName = "One proxy in place of a list")]
    [TestCase("""{"Proxies":["proxy.example"]}""", TestName = "A proxy that is a name")]
    [TestCase("""{"Proxies":["10.0.0.0/33"]}""", TestName = "A network that is none")]
    [TestCase("""{"AllowPlainHttp":"maybe"}""", TestName = "A claim that is neither true nor false")]
    public void Does_not_start(string transport) =>
        Assert.That(() => Start(transport), Throws.TypeOf<ValidationException>().Or.TypeOf<InvalidOperationException>());

    [Test]
    public void A_fingerprint_may_have_colons_and_small_letters()
    {
        var pairs = string.Join(':', Enumerable.Range(0, 32).Select(at => Print.Substring(at * 2, 2)));
        const string Two = """{"ClientCertificates":{"till":{"Sha256":"PAIRS"},"same":{"Sha256":"SMALL"}}}""";

        Assert.That(() => Start("""{"ClientCertificates":{"till":{"Sha256":"PAIRS"}}}""".Replace("PAIRS", pairs, StringComparison.Ordinal)), Throws.Nothing);
        Assert.That(
            () => Start(Two.Replace("PAIRS", pairs, StringComparison.Ordinal).Replace("SMALL", Print.ToLowerInvariant(), StringComparison.Ordinal)),
            Throws.TypeOf<ValidationException>().With.Message.Contains("another name"));
    }

    [Test]
    public void Only_named_proxies_are_believed_and_only_the_last_word_of_theirs()
    {
        var options = Start("""{"Proxies":["10.0.0.1","192.0.2.0/24","2001:db8::/32"]}""").GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.KnownProxies, Is.Empty);
            Assert.That(options.KnownIPNetworks.Select(network => network.ToString()), Is.EqualTo(["10.0.0.1/32", "192.0.2.0/24", "2001:db8::/32"]));
            Assert.That(options.ForwardLimit, Is.EqualTo(1));
        }
    }

    [Test]
    public void The_frameworks_switch_that_believes_everybody_is_refused() => Assert.That(
        () => Start("{}", ("FORWARDEDHEADERS_ENABLED", "true")), Throws.TypeOf<ValidationException>().With.Message.Contains("Jpos:Transport:Proxies"));

    private static ServiceProvider Start(string transport, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        using var json = new MemoryStream(Encoding.UTF8.GetBytes("""{"Jpos":{"Transport":SETTINGS}}""".Replace("SETTINGS", transport, StringComparison.Ordinal).Replace("FP", Print, StringComparison.Ordinal)));
        builder.Configuration.AddJsonStream(json);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)));
        builder.AddTransport(listens: true);
        return builder.Services.BuildServiceProvider();
    }
}
