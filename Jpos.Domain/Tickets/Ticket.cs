namespace Jpos.Domain.Tickets;

/// <summary>Pieces of one ticket kind that belong to an account; all its cards can use them (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed class Ticket
{
    private Ticket()
    {
    }

    public Ticket(long id, long accountId, TicketType type, string name, Money face, int pieces, DateOnly validThrough, ITicketEntry entry)
    {
        (Id, AccountId) = (id, accountId);
        Type = type;
        Name = name;
        Face = face;
        Issued = pieces;
        ValidThrough = validThrough;
        Move(pieces, entry);
    }

    /// <summary>The wire's <c>id</c>.</summary>
    public long Id { get; private set; }

    public long AccountId { get; private set; }

    /// <summary>The ticket kind as which it was issued; null for a ticket without one.</summary>
    public long? KindId { get; internal init; }

    public TicketType Type { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The value of one piece.</summary>
    public Money Face { get; private set; }

    /// <summary>The store that pays for the ticket; null for the programme.</summary>
    public StoreNumber? PaidBy { get; internal init; }

    /// <summary>The price of one piece between the payer and the store that accepts it. It may differ from <see cref="Face"/>.</summary>
    public Money SettlePrice { get; internal init; }

    /// <summary>The number of pieces that were issued.</summary>
    public int Issued { get; private set; }

    /// <summary>The number of remaining pieces: 0 to <see cref="Issued"/>.</summary>
    public int Remaining { get; private set; }

    /// <summary>The last day on which a piece can be used.</summary>
    public DateOnly ValidThrough { get; private set; }

    /// <summary>Returns whether a query shows the ticket: it has pieces and is not expired.</summary>
    public bool IsUsable(DateOnly today) => Remaining > 0 && ValidThrough >= today;

    /// <summary>Returns the decline of row 18 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> if the pieces cannot be used today.</summary>
    public Decline? RefuseUse(int pieces, DateOnly today)
    {
        if (ValidThrough < today)
        {
            return new Decline(ResponseCode.InsufficientFunds, $"Ticket {Id} is expired.");
        }

        return pieces > Remaining ? new Decline(ResponseCode.InsufficientFunds, $"Ticket {Id} does not have enough pieces left.") : null;
    }

    /// <summary>Uses pieces. Call <see cref="RefuseUse"/> before.</summary>
    /// <exception cref="InvalidOperationException">There are not enough pieces.</exception>
    public void Use(int pieces, ITicketEntry entry)
    {
        if (pieces > Remaining)
        {
            throw new InvalidOperationException($"Ticket {Id} has {Remaining} pieces, not {pieces}.");
        }

        Move(-pieces, entry);
    }

    /// <summary>
    /// Undoes the effect of some transactions on the ticket. It returns used pieces, expired or not. It takes given pieces, or as many of them as remain (<see href="docs/protocol.md#6-reversals">protocol §6</see>).
    /// </summary>
    /// <param name="effect">The pieces that the ticket gained; below zero, lost.</param>
    /// <param name="entry">The transaction that undoes.</param>
    /// <returns>The number of pieces that could not be taken because they were used elsewhere.</returns>
    public int Undo(int effect, ITicketEntry entry)
    {
        var missing = Math.Max(0, effect - Remaining);
        Move(missing - effect, entry);
        return missing;
    }

    /// <summary>Passes the ticket to the account that its own was merged into.</summary>
    public void MoveTo(long accountId) => AccountId = accountId;

    private void Move(int pieces, ITicketEntry entry)
    {
        if (pieces != 0)
        {
            Remaining += pieces;
            entry.Move(this, pieces);
        }
    }
}
