using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>Whose word on where a message came from counts. Six messages at once are more than one address may send here, and fewer than six addresses may.</summary>
internal sealed class ProxyTests
{
    private static readonly string[] Addresses = [.. Enumerable.Range(1, 6).Select(number => $"192.0.2.{number}")];

    [TestCase("127.0.0.1")]
    [TestCase("127.0.0.0/8")]
    public async Task A_named_proxy_is_believed(string proxy) => Assert.That(await Send(proxy, Addresses), Has.None.EqualTo("91"));

    [TestCase(null)]
    [TestCase("10.0.0.0/8")]
    public async Task Nobody_else_is_not_even_on_this_machine(string? proxy) => Assert.That(await Send(proxy, Addresses), Has.Some.EqualTo("91"));

    [TestCase("198.51.100.1")]
    [TestCase("127.0.0.1")]
    public async Task What_a_caller_wrote_before_the_proxy_did_is_not_believed(string caller) =>
        Assert.That(await Send("127.0.0.1", Addresses.Select(address => $"{address}, {caller}")), Has.Some.EqualTo("91"));

    [Test]
    public async Task The_addresses_of_one_subscriber_are_one() =>
        Assert.That(await Send("127.0.0.1", Enumerable.Range(1, 6).Select(number => $"2001:db8::{number}")), Has.Some.EqualTo("91"));

    private static async Task<string[]> Send(string? proxy, IEnumerable<string> addresses)
    {
        KeyValuePair<string, string>[] proxies = proxy is null ? [] : [new("Jpos:Transport:Proxies:0", proxy)];
        await using var host = await JposHost.Run([new("Jpos:Limits:RequestsPerSecondOfAddress", "1"), .. proxies]);
        var answers = await Task.WhenAll(addresses.Select(address => host.Http.Post("/v1/jpos/cards", Form.Of(), address)));
        return [.. answers.Select(answer => answer.Status)];
    }
}
