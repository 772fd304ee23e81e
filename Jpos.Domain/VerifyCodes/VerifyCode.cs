using System.Security.Cryptography;

namespace Jpos.Domain.VerifyCodes;

/// <summary>A code that was sent to a mobile, to be given back at the same terminal. Only a keyed hash of it is kept (protocol §7).</summary>
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

    /// <summary>It was given back, or another one was sent after it.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Gives the code back. It works once; a wrong one costs a try.</summary>
    /// <param name="hash">The keyed hash of what was given.</param>
    /// <param name="store">Where.</param>
    /// <param name="terminal">At which terminal.</param>
    /// <param name="now">When.</param>
    /// <returns>It was right, in time, and at its place.</returns>
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

    /// <summary>A new one takes its place.</summary>
    public void Invalidate() => IsUsed = true;
}
