namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>What somebody might write who does not know of the text forms: the framework's parsers, and a text without rules.</summary>
public sealed record LaxInput
{
    public string? State { get; init; }

    public string? ExpiresOn { get; init; }

    public string? Count { get; init; }

    public string? Reason { get; init; }
}
