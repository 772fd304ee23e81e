using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Jpos.Api.Transport;

/// <summary>Where the host listens, by the server's own settings and in the order in which it heeds them.</summary>
internal static class ListeningAddresses
{
    /// <summary>Where the host listens if nothing says anything else.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private const char Separator = ';';

    /// <summary>Whether any setting says where to listen.</summary>
    public static bool AreConfigured(IConfiguration configuration) => Read(configuration).Count > 0;

    /// <summary>Plain HTTP, which whoever is on the way can read and change, is taken from this machine only.</summary>
    /// <exception cref="ValidationException">An address would take it from elsewhere.</exception>
    public static void RefusePlainHttp(IConfiguration configuration)
    {
        if (Read(configuration).FirstOrDefault(address => IsPlainFromElsewhere(Parse(address))) is { } plain)
        {
            throw new ValidationException(
                $"{plain.Setting} would accept plain HTTP from other machines ({plain.Url}). Listen on a loopback address, or use HTTPS (Kestrel:Endpoints:Https:Url and its Certificate), "
                + "or set Jpos:Transport:AllowPlainHttp to true if something else protects the connection.");
        }
    }

    private static BindingAddress Parse(ListeningAddress address)
    {
        try
        {
            return BindingAddress.Parse(address.Url);
        }
        catch (FormatException)
        {
            throw new ValidationException($"{address.Setting} has the invalid value \"{address.Url}\". Allowed: addresses such as http://127.0.0.1:5080, separated by semicolons.");
        }
    }

    private static List<ListeningAddress> Read(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => new ListeningAddress($"{endpoint.Path}:Url", endpoint["Url"] ?? ""));
        var urls = Split(configuration, WebHostDefaults.ServerUrlsKey).Select(url => new ListeningAddress("ASPNETCORE_URLS", url));
        var ports = Ports(configuration, WebHostDefaults.HttpPortsKey, Uri.UriSchemeHttp).Concat(Ports(configuration, WebHostDefaults.HttpsPortsKey, Uri.UriSchemeHttps));

        // The server heeds the first of these that says anything, unless another setting turns the first two round: then both have to be right.
        IEnumerable<IEnumerable<ListeningAddress>> inOrder = string.IsNullOrEmpty(configuration[WebHostDefaults.PreferHostingUrlsKey])
            ? [endpoints, urls, ports]
            : [endpoints.Concat(urls), ports];
        return inOrder.Select(addresses => addresses.Where(address => address.Url.Length > 0).ToList()).FirstOrDefault(addresses => addresses.Count > 0) ?? [];
    }

    private static IEnumerable<ListeningAddress> Ports(IConfiguration configuration, string key, string scheme) =>
        Split(configuration, key).Select(port => new ListeningAddress($"ASPNETCORE_{key.ToUpperInvariant()}", $"{scheme}://*:{port}"));

    private static string[] Split(IConfiguration configuration, string key) =>
        (configuration[key] ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsPlainFromElsewhere(BindingAddress address) =>
        !string.Equals(address.Scheme, Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) && !address.IsUnixPipe && !address.IsNamedPipe && !IsLoopback(address.Host);

    /// <summary>The server takes every other name, whatever it resolves to, as all addresses of the machine.</summary>
    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <param name="Setting">What names the address.</param>
    /// <param name="Url">The address.</param>
    private sealed record ListeningAddress(string Setting, string Url);
}
