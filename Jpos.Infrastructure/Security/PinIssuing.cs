using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Cards;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security;

/// <summary>The part of the security module that issues PINs: it creates them, and reads them from PIN blocks under a transport key.</summary>
internal sealed class PinIssuing(IKeyVault vault, SecurityModule module) : IPinIssuing
{
    public byte[] MakePinVerifier(string pin, long cardId)
    {
        var digits = Encoding.ASCII.GetBytes(pin);
        try
        {
            return module.MakePinVerifier(digits, cardId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
        }
    }

    public (string Pin, byte[] Verifier) MakePin(long cardId)
    {
        string pin;
        do
        {
            pin = RandomNumberGenerator.GetString("0123456789", Pin.MadeLength);
        }
        while (Pin.IsTrivial(pin));

        return (pin, MakePinVerifier(pin, cardId));
    }

    public byte[]? MakePinVerifier(PinTransportKey key, ReadOnlySpan<byte> block, Card card)
    {
        if (block.Length != key.BlockLength)
        {
            throw new ArgumentException($"A PIN block under this key has {key.BlockLength} bytes.", nameof(block));
        }

        using var open = vault.Open(key.KeyAlgorithm, key.Wrapped, KeyOwners.TransportKey(key.Name));
        if (PinBlockFormat.Decode(open, block, card.Number) is not { } pin)
        {
            return null;
        }

        try
        {
            return module.MakePinVerifier(pin, card.Id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pin);
        }
    }
}
