namespace Jpos.Domain.Tickets;

/// <summary>A kind of ticket that can be issued to cards. A ticket keeps what its kind said when it was issued.</summary>
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

    /// <inheritdoc cref="TicketKindProfile.IsWithdrawn"/>
    public bool IsWithdrawn { get; private set; }

    /// <summary>What is issued from now on is so; what cards hold stays as it is.</summary>
    public void Change(TicketKindProfile profile) =>
        (Name, Type, Face, ValidDays, IsWithdrawn) = (profile.Name, profile.Type, profile.Face, profile.ValidDays, profile.IsWithdrawn);

    /// <summary>The last day of what is issued today.</summary>
    public DateOnly LastDay(DateOnly today) => today.AddDays(ValidDays);

    /// <summary>Gives a card pieces of it.</summary>
    /// <param name="cardId">The card.</param>
    /// <param name="pieces">How many.</param>
    /// <param name="validThrough">The last day on which a piece can be used.</param>
    /// <param name="entry">The transaction that gives them.</param>
    public Ticket Issue(long cardId, int pieces, DateOnly validThrough, ITicketEntry entry) => new(cardId, Type, Name, Face, pieces, validThrough, entry) { KindId = Id };
}
