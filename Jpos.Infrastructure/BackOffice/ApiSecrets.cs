using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Access;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Creates and parses API keys: <c>jpos_ID_SECRET</c>. The fixed prefix lets secret scanners find leaked keys. The id has 12 characters; the secret is 256 random bits in hexadecimal.</summary>
internal sealed class ApiSecrets : IApiSecrets
{
    private const int IdBytes = 6;
    private const int SecretBytes = 32;

    public (string Id, string Key, byte[] Hash) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (id, $"{ApiKey.Beginning}{id}_{secret}", Hash(secret));
    }

    public (string Id, byte[] Hash)? Read(string key) =>
        key.Split('_') is ["jpos", { Length: 2 * IdBytes } id, { Length: 2 * SecretBytes } secret] ? (id, Hash(secret)) : null;

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
