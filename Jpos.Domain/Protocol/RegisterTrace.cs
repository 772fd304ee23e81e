namespace Jpos.Domain.Protocol;

/// <summary>The cash register's own number of a sale, wire <c>registerTraceNo</c>: 1 to 64 visible characters. The protocol defines no form; the limit is the host's.</summary>
[TextForm("1 to 64 visible characters")]
public sealed record RegisterTrace
{
    public const int Longest = 64;

    private RegisterTrace(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out RegisterTrace? trace)
    {
        trace = text is { Length: > 0 and <= Longest } && FieldRules.IsVisible(text) ? new RegisterTrace(text) : null;
        return trace is not null;
    }

    /// <exception cref="FormatException">The text is empty, too long, or has invisible characters.</exception>
    public static RegisterTrace Of(string text) => TryParse(text, out var trace) ? trace : throw new FormatException("Not a register trace number.");

    public override string ToString() => Value;
}
