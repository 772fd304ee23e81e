namespace Jpos.Domain.Tickets;

/// <summary>A kind of ticket that can be issued to cards. A ticket keeps the values that its kind had when it was issued.</summary>
public sealed class TicketKind
{
    private TicketKind()
    {
    }

    public TicketKind(TicketKindProfile profile) => Change(profile);

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public TicketType Type { get; private set; }

    /// <inheritdoc cref="TicketKindProfile.Face"/>
    public Money Face { get; private set; }

    /// <inheritdoc cref="TicketKindProfile.ValidDays"/>
    public int ValidDays { get; private set; }

    /// <inheritdoc cref="TicketKindProfile.PaidBy"/>
    public StoreNumber? PaidBy { get; private set; }

    /// <inheritdoc cref="TicketKindProfile.SettlePrice"/>
    public Money? SettlePrice { get; private set; }

    /// <inheritdoc cref="TicketKindProfile.IsWithdrawn"/>
    public bool IsWithdrawn { get; private set; }

    /// <summary>Changes the kind for new tickets. Tickets on cards stay as they are.</summary>
    public void Change(TicketKindProfile profile) =>
        (Name, Type, Face, ValidDays, PaidBy, SettlePrice, IsWithdrawn) = (profile.Name, profile.Type, profile.Face, profile.ValidDays, profile.PaidBy, profile.SettlePrice, profile.IsWithdrawn);

    /// <summary>Returns the last day of a ticket issued today.</summary>
    public DateOnly LastDay(DateOnly today) => today.AddDays(ValidDays);

    /// <summary>Issues pieces to an account.</summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="validThrough">The last day on which a piece can be used.</param>
    /// <param name="entry">The transaction that issues them.</param>
    public Ticket Issue(long id, long accountId, int pieces, DateOnly validThrough, ITicketEntry entry) => new(id, accountId, Type, Name, Face, pieces, validThrough, entry) { KindId = Id, PaidBy = PaidBy, SettlePrice = SettlePrice ?? Face };
}
