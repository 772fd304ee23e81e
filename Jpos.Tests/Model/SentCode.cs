namespace Jpos.Tests.Model;

/// <summary>A verify code on its way from a mobile back to the host.</summary>
internal sealed class SentCode(string mobile, int terminal, DateTimeOffset at, DateOnly day)
{
    public string Mobile { get; } = mobile;

    public int Terminal { get; } = terminal;

    public DateTimeOffset At { get; } = at;

    public DateOnly Day { get; } = day;

    /// <summary>As the host made them up.</summary>
    public string Digits { get; set; } = "";

    public int WrongTries { get; set; }

    public bool IsUsed { get; set; }
}
