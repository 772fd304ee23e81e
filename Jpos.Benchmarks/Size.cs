namespace Jpos.Benchmarks;

/// <summary>How much a database is filled with.</summary>
/// <param name="Cards">Cards, each with a member and an opening balance.</param>
/// <param name="Transactions">Consumes in settled batches; a multiple of the cards, and of a thousand.</param>
internal sealed record Size(long Cards, long Transactions);
