namespace Jpos.Domain.Batches;

/// <summary>What a transaction adds to the totals of its batch (protocol §8).</summary>
/// <param name="Operation">What it did.</param>
/// <param name="PointAmount">What points paid, in yuan.</param>
/// <param name="CashAmount">What cash paid, in yuan.</param>
/// <param name="VoucherAmount">The face of the vouchers used, in yuan.</param>
/// <param name="TicketAmount">The face of the tickets used up, in yuan.</param>
/// <param name="Awarded">The points that a consume earned.</param>
/// <param name="BusinessDay">The day of the store.</param>
public readonly record struct BatchLine(Operations Operation, Money PointAmount, Money CashAmount, Money VoucherAmount, Money TicketAmount, Points Awarded, DateOnly BusinessDay);
