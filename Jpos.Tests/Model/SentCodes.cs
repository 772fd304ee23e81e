namespace Jpos.Tests.Model;

/// <summary>Section 7: which codes were sent, and whether one that comes back is good.</summary>
internal sealed class SentCodes
{
    private readonly List<SentCode> sent = [];

    /// <summary>Of all mobiles.</summary>
    public SentCode? Newest => sent.LastOrDefault();

    /// <summary>The mobile's codes, the newest last.</summary>
    public IReadOnlyList<SentCode> To(string mobile) => sent.FindAll(code => code.Mobile == mobile);

    /// <summary>Null if too many were sent already.</summary>
    public SentCode? Send(string mobile, int terminal, DateTimeOffset now, DateOnly today)
    {
        var earlier = To(mobile);
        var lastHour = sent.FindAll(code => now - code.At < TimeSpan.FromHours(1));
        if ((earlier.Count > 0 && now - earlier[^1].At < TimeSpan.FromSeconds(60))
            || lastHour.Count(code => code.Mobile == mobile) >= 5
            || earlier.Count(code => code.Day == today) >= 10
            || lastHour.Count(code => code.Terminal == terminal) >= 30)
        {
            return null;
        }

        var made = new SentCode(mobile, terminal, now, today);
        sent.Add(made);
        return made;
    }

    /// <summary>Only the mobile's newest code counts, and only at its own terminal.</summary>
    public bool Redeem(string mobile, int terminal, string digits, DateTimeOffset now)
    {
        if (To(mobile) is not [.., var code] || code.Terminal != terminal || code.IsUsed || code.WrongTries >= 5 || now - code.At >= TimeSpan.FromMinutes(5))
        {
            return false;
        }

        code.IsUsed = digits == code.Digits;
        code.WrongTries += code.IsUsed ? 0 : 1;
        return code.IsUsed;
    }
}
