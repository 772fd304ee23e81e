namespace Jpos.Application.Ports;

/// <summary>The rule that what belonged to a merged account belongs to its successor.</summary>
public static class AccountSuccession
{
    /// <summary>Returns whether an account is that of a card, or was merged into it.</summary>
    /// <param name="accounts">All accounts.</param>
    /// <param name="id">The account; 0 for none.</param>
    /// <param name="card">The card.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public static async Task<bool> IsOf(this IPointAccounts accounts, long id, Card card, CancellationToken cancellation) =>
        id != 0 && (id == card.AccountId || (await accounts.Current(id, Points.Zero, cancellation)).Id == card.AccountId);
}
