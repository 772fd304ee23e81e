namespace Jpos.Tests.Model;

/// <summary>What the host has to answer.</summary>
internal sealed class Expected(string status)
{
    public string Status { get; } = status;

    /// <summary>The figures of the answer; those that are not here are 0.</summary>
    public Dictionary<string, decimal> Figures { get; init; } = [];

    /// <summary>The words and lists of the answer; those that are not here are empty.</summary>
    public Dictionary<string, string> Words { get; init; } = [];

    /// <summary>The answer is this one again, byte for byte.</summary>
    public Expected? Again { get; init; }

    /// <summary>The transaction that the serial number is of.</summary>
    public Entry? Serial { get; init; }

    /// <summary>The verify code that a text has to have brought.</summary>
    public SentCode? Code { get; init; }

    /// <summary>The host's answer, once it was given.</summary>
    public string Text { get; set; } = "";

    public override string ToString() => Again is { } again
        ? $"again {again}"
        : $"{Status} {string.Join(' ', Figures.Where(figure => figure.Value != 0).Select(figure => $"{figure.Key}={figure.Value}"))} {string.Join(' ', Words.Values)}";
}
