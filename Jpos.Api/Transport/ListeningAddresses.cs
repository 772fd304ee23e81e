using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Jpos.Api.Transport;

/// <summary>The addresses on which the host listens, by the server's own settings and in their order of precedence.</summary>
internal static class ListeningAddresses
{
    /// <summary>The default address.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private const char Separator = ';';

    /// <summary>Returns whether any setting names an address.</summary>
    public static bool AreConfigured(IConfiguration configuration) => Read(configuration).Count > 0;

    /// <summary>Allows plain HTTP on this machine only, because it can be read and changed on the way.</summary>
    /// <exception cref="ValidationException">A plain HTTP address is reachable from other machines.</exception>
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

        // The server uses the first setting with a value, but another setting may swap the first two. Both must therefore be valid.
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

    /// <summary>Returns whether a name means this machine only. The server treats every other name as all addresses of the machine, whatever it resolves to.</summary>
    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <param name="Setting">The setting that names the address.</param>
    /// <param name="Url">The address.</param>
    private sealed record ListeningAddress(string Setting, string Url);
}
