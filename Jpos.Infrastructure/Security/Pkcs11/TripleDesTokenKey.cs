using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <param name="token">The token.</param>
/// <param name="key">The key that encrypts, and that processes the last block of a MAC.</param>
/// <param name="unwrapFirstHalf">Unwraps the key for the earlier blocks of a MAC, which only longer messages need.</param>
internal sealed class TripleDesTokenKey(Pkcs11Token token, IObjectHandle key, Func<ISession, IObjectHandle> unwrapFirstHalf) : DesFamilyTokenKey(token, key)
{
    private readonly Pkcs11Token token = token;
    private IObjectHandle? firstHalf;

    public override byte[] Mac(ReadOnlySpan<byte> message)
    {
        var padded = Pad(message);
        var last = padded[^BlockLength..];
        if (padded.Length > BlockLength)
        {
            firstHalf ??= token.Use(unwrapFirstHalf);
            var chained = Chain(firstHalf, padded[..^BlockLength]);
            for (var at = 0; at < BlockLength; at++)
            {
                last[at] ^= chained[at];
            }
        }

        return Encrypt(last);
    }

    public override void Dispose()
    {
        if (firstHalf is not null)
        {
            Destroy(firstHalf);
        }

        base.Dispose();
    }
}
