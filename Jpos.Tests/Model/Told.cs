using System.Globalization;

namespace Jpos.Tests.Model;

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

    /// <summary>A settlement's figures, in the order of <see cref="ReferenceModel.Totals"/>.</summary>
    public IReadOnlyList<decimal> Claim { get; init; } = [];

    public bool CanBeReversed => Kind is Kind.Consume or Kind.Cancel or Kind.UseTickets;

    /// <summary>What makes two messages under one key the same (protocol §3).</summary>
    public string Content => string.Create(
        CultureInfo.InvariantCulture,
        $"{Kind} card {Card} {Points:0.00} {Cash:0.00} [{string.Join(' ', Lines.OrderBy(line => line.Ticket))}] {OriginalBatch} {OriginalTrace} {OriginalSerial} {OriginalDate:yyyyMMdd} {Mobile} {Identity?.Type} {Identity?.Number}");

    public override string ToString() => $"T{Terminal} {Batch}/{Trace} {Content} {Code} {string.Join(' ', Claim)}";
}
