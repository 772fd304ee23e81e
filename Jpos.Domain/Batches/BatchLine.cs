namespace Jpos.Domain.Batches;

/// <summary>The contribution of a transaction to the totals of its batch (<see href="docs/protocol.md#8-settlement">protocol §8</see>).</summary>
/// <param name="Operation">Its operation.</param>
/// <param name="PointAmount">The amount paid with points, in yuan.</param>
/// <param name="CashAmount">The amount paid in cash, in yuan.</param>
/// <param name="VoucherAmount">The face value of the vouchers used, in yuan.</param>
/// <param name="TicketAmount">The face value of the tickets used, in yuan.</param>
/// <param name="Awarded">The points that a consume earned.</param>
/// <param name="BusinessDay">The day in the store's time zone.</param>
public readonly record struct BatchLine(Operations Operation, Money PointAmount, Money CashAmount, Money VoucherAmount, Money TicketAmount, Points Awarded, DateOnly BusinessDay);
