using System.ComponentModel.DataAnnotations;
using Jpos.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Jpos.Tests.Unit.Transport;

/// <summary>Plain HTTP is for this machine only, whichever of the server's settings says where to listen. Nothing listens here.</summary>
internal sealed class ListeningAddressesTests
{
    [TestCase("http://0.0.0.0:80")]
    [TestCase("http://192.0.2.1:80")]
    [TestCase("http://[::]:80")]
    [TestCase("http://[2001:db8::1]:80")]
    [TestCase("http://+:80")]
    [TestCase("http://*:80")]
    [TestCase("HTTP://*:80")]
    [TestCase("http://pos.example:80")]
    [TestCase("http://localhost.example:80")]
    [TestCase("https://127.0.0.1:443;http://0.0.0.0:80")]
    public void Plain_http_from_other_machines_is_refused(string urls)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Start(true, ("urls", urls)), Throws.TypeOf<ValidationException>().With.Message.Contains("ASPNETCORE_URLS").And.Message.Contains("Jpos:Transport:AllowPlainHttp"));
            Assert.That(() => Start(true, ("urls", urls), ("Jpos:Transport:AllowPlainHttp", "true")), Throws.Nothing);
            Assert.That(() => Start(false, ("urls", urls)), Throws.Nothing, "a run that takes no messages");
        }
    }

    [TestCase("http://127.0.0.1:80")]
    [TestCase("http://127.9.9.9:80")]
    [TestCase("http://localhost:80")]
    [TestCase("http://[::1]:80")]
    [TestCase("http://unix:/run/jpos.sock")]
    [TestCase("https://0.0.0.0:443")]
    [TestCase("https://*:443;http://localhost:80")]
    public void Loopback_sockets_and_https_are_taken(string urls) => Assert.That(() => Start(true, ("urls", urls)), Throws.Nothing);

    [TestCase("http_ports", "8080", "ASPNETCORE_HTTP_PORTS")]
    [TestCase("Kestrel:Endpoints:Door:Url", "http://*:80", "Kestrel:Endpoints:Door:Url")]
    public void Each_setting_that_says_where_to_listen_is_heeded_and_named(string setting, string value, string named) =>
        Assert.That(() => Start(true, (setting, value)), Throws.TypeOf<ValidationException>().With.Message.StartsWith(named));

    [Test]
    public void Ports_for_https_are_taken() => Assert.That(() => Start(true, ("https_ports", "443")), Throws.Nothing);

    [Test]
    public void What_the_server_does_not_heed_is_not_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Start(true, ("Kestrel:Endpoints:Https:Url", "https://*:443"), ("http_ports", "8080"), ("urls", "http://*:80")), Throws.Nothing);
            Assert.That(() => Start(true, ("urls", "http://127.0.0.1:80"), ("http_ports", "8080")), Throws.Nothing);
        }
    }

    [Test]
    public void A_server_that_prefers_the_other_setting_is_not_told_by_it_what_is_refused() => Assert.That(
        () => Start(true, ("Kestrel:Endpoints:Https:Url", "https://*:443"), ("urls", "http://*:80"), ("preferHostingUrls", "true")), Throws.TypeOf<ValidationException>());

    [Test]
    public void A_host_that_is_told_nothing_listens_on_this_machine() => Assert.That(Start(true)["urls"], Is.EqualTo("http://127.0.0.1:5080"));

    [TestCase("http_ports", "8080")]
    [TestCase("https_ports", "443")]
    [TestCase("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:443")]
    public void A_host_that_is_told_where_to_listen_has_no_address_of_its_own(string setting, string value) =>
        Assert.That(Start(true, (setting, value), ("Jpos:Transport:AllowPlainHttp", "true"))["urls"], Is.Null);

    private static ConfigurationManager Start(bool listens, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)));
        builder.AddTransport(listens);
        return builder.Configuration;
    }
}
