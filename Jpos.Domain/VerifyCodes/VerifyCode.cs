using System.Security.Cryptography;

namespace Jpos.Domain.VerifyCodes;

/// <summary>A verify code sent to a mobile number, valid at one terminal. Only its keyed hash is stored (<see href="docs/protocol.md#7-verify-codes-and-activation">protocol §7</see>).</summary>
public sealed class VerifyCode
{
    public const int ValidMinutes = 5;
    public const int Tries = 5;

    private VerifyCode()
    {
    }

    public VerifyCode(long id, MobileNumber mobile, StoreNumber store, TerminalNumber terminal, byte[] hash, Moment now)
    {
        Id = id;
        Mobile = mobile;
        StoreNumber = store;
        TerminalNumber = terminal;
        Hash = hash;
        SentAt = now.Utc;
        SentOn = now.Today;
    }

    public long Id { get; private set; }

    public MobileNumber Mobile { get; private set; } = null!;

    public StoreNumber StoreNumber { get; private set; } = null!;

    public TerminalNumber TerminalNumber { get; private set; } = null!;

    public byte[] Hash { get; private set; } = [];

    public DateTime SentAt { get; private set; }

    /// <summary>The programme's day, by which codes are counted.</summary>
    public DateOnly SentOn { get; private set; }

    public int TriesLeft { get; private set; } = Tries;

    /// <summary>Whether it was redeemed, or replaced by a newer one.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Redeems the code. It works once, and a wrong code costs a try.</summary>
    /// <param name="hash">The keyed hash of the code from the terminal.</param>
    /// <param name="store">The store.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <returns>Whether the code is correct, in time, and from its terminal.</returns>
    public bool TryRedeem(ReadOnlySpan<byte> hash, StoreNumber store, TerminalNumber terminal, DateTime now)
    {
        if (IsUsed || TriesLeft == 0 || now >= SentAt.AddMinutes(ValidMinutes) || store != StoreNumber || terminal != TerminalNumber)
        {
            return false;
        }

        IsUsed = CryptographicOperations.FixedTimeEquals(hash, Hash);
        TriesLeft -= IsUsed ? 0 : 1;
        return IsUsed;
    }

    /// <summary>Makes it invalid, because a newer one replaces it.</summary>
    public void Invalidate() => IsUsed = true;
}
