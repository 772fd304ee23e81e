using System.Globalization;

namespace Jpos.Tests.Model;

internal enum Kind
{
    CheckIn,
    Query,
    QueryTickets,
    SendCode,
    Consume,
    Cancel,
    Refund,
    CancelRefund,
    UseTickets,
    Activate,
    Settle,
}

/// <summary>So many pieces of a ticket.</summary>
internal readonly record struct Line(long Ticket, int Pieces);

/// <summary>A document; without a number, only its kind.</summary>
internal sealed record Identity(string Type, string? Number);

/// <summary>What a terminal says. What a kind does not say is left at nothing.</summary>
internal sealed record Told(Kind Kind, int Terminal)
{
    public int? Batch { get; init; }

    public int Trace { get; init; }

    public int Card { get; init; }

    public decimal Points { get; init; }

    public decimal Cash { get; init; }

    public IReadOnlyList<Line> Lines { get; init; } = [];

    public int? OriginalBatch { get; init; }

    public int? OriginalTrace { get; init; }

    public string? OriginalSerial { get; init; }

    public DateOnly? OriginalDate { get; init; }

    public string Mobile { get; init; } = "";

    /// <summary>The verify code.</summary>
    public string Code { get; init; } = "";

    public Identity? Identity { get; init; }

    /// <summary>A settlement's figures, in the order of <see cref="Reference.Totals"/>.</summary>
    public IReadOnlyList<decimal> Claim { get; init; } = [];

    public bool CanBeReversed => Kind is Kind.Consume or Kind.Cancel or Kind.UseTickets;

    /// <summary>What makes two messages under one key the same (protocol §3).</summary>
    public string Content => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} card {Card} {Points:0.00} {Cash:0.00} [{string.Join(' ', Lines.OrderBy(line => line.Ticket))}] {OriginalBatch} {OriginalTrace} {OriginalSerial} {OriginalDate:yyyyMMdd} {Mobile} {Identity?.Type} {Identity?.Number}");

    public override string ToString() => $"T{Terminal} {Batch}/{Trace} {Content} {Code} {string.Join(' ', Claim)}";
}

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
