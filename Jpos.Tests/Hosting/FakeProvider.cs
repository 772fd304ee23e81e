using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Jpos.Tests.Hosting;

/// <summary>An OpenID Connect provider on 127.0.0.1, as far as a host asks it: where its keys are, and which. It signs whatever a test wants.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string Audience = "jpos-host";

    private readonly WebApplication web;
    private RSA key = RSA.Create(2048);
    private int keyNumber = 1;

    private FakeProvider(WebApplication web) => this.web = web;

    /// <summary>As its tokens have it.</summary>
    public string Issuer => web.Urls.Single();

    /// <summary>It answers nothing of use.</summary>
    public bool IsDown { get; set; }

    /// <summary>The setting of a host that takes its tokens.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        KeyValuePair.Create("Jpos:BackOffice:Oidc:Authority", Issuer),
        KeyValuePair.Create("Jpos:BackOffice:Oidc:Audience", Audience),
        KeyValuePair.Create("Jpos:BackOffice:Oidc:AllowPlainHttpOnLoopback", "true"),
    ];

    public SigningCredentials Credentials => new(new RsaSecurityKey(key) { KeyId = $"key-{keyNumber}" }, SecurityAlgorithms.RsaSha256);

    /// <summary>What a stranger makes of the key that everybody may know: a shared secret.</summary>
    public SigningCredentials PublicKeyAsSecret => new(
        new SymmetricSecurityKey(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem())) { KeyId = $"key-{keyNumber}" }, SecurityAlgorithms.HmacSha256);

    public static async Task<FakeProvider> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new FakeProvider(builder.Build());
        provider.web.MapGet("/.well-known/openid-configuration", () => provider.IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { issuer = provider.Issuer, jwks_uri = $"{provider.Issuer}/keys" }));
        provider.web.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.Published() } }));
        await provider.web.StartAsync();
        return provider;
    }

    /// <summary>It signs with another key from now on, and publishes the old one no more.</summary>
    public void ChangeKey()
    {
        key = RSA.Create(2048);
        keyNumber++;
    }

    /// <summary>A token that is good for an hour, but for what the test changes.</summary>
    public string Token(DateTimeOffset now, Dictionary<string, object> claims, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = claims,
            SigningCredentials = Credentials,
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>The same claims, signed by nobody.</summary>
    public static string Unsigned(string token) => $"{Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "none", typ = "JWT" }))}.{token.Split('.')[1]}.";

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        key.Dispose();
    }

    private object Published()
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = $"key-{keyNumber}", n = Base64UrlEncoder.Encode(numbers.Modulus), e = Base64UrlEncoder.Encode(numbers.Exponent) };
    }
}
