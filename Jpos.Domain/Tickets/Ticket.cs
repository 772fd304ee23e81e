namespace Jpos.Domain.Tickets;

/// <summary>Some pieces of one coupon that a card holds (protocol §5).</summary>
public sealed class Ticket
{
    private Ticket()
    {
    }

    public Ticket(long cardId, TicketType type, string name, Money face, int pieces, DateOnly validThrough, ITicketEntry entry)
    {
        CardId = cardId;
        Type = type;
        Name = name;
        Face = face;
        Issued = pieces;
        ValidThrough = validThrough;
        Move(pieces, entry);
    }

    /// <summary>The wire's <c>id</c>.</summary>
    public long Id { get; private set; }

    public long CardId { get; private set; }

    /// <summary>The kind that it was issued as; null for one that came from elsewhere.</summary>
    public long? KindId { get; internal init; }

    public TicketType Type { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What one piece is worth.</summary>
    public Money Face { get; private set; }

    /// <summary>How many pieces the card was given.</summary>
    public int Issued { get; private set; }

    /// <summary>How many are left: from 0 to <see cref="Issued"/>.</summary>
    public int Remaining { get; private set; }

    /// <summary>The last day on which a piece can be used.</summary>
    public DateOnly ValidThrough { get; private set; }

    /// <summary>Whether a query shows it: there are pieces, and they are not expired.</summary>
    public bool IsUsable(DateOnly today) => Remaining > 0 && ValidThrough >= today;

    /// <summary>Row 18 of protocol §2: whether so many pieces may be used today.</summary>
    public Decline? RefuseUse(int pieces, DateOnly today)
    {
        if (ValidThrough < today)
        {
            return new Decline(ResponseCode.InsufficientFunds, $"Ticket {Id} is expired.");
        }

        return pieces > Remaining ? new Decline(ResponseCode.InsufficientFunds, $"Ticket {Id} has not enough pieces left.") : null;
    }

    /// <summary>Uses up pieces; <see cref="RefuseUse"/> has to be asked before.</summary>
    /// <exception cref="InvalidOperationException">There are not so many.</exception>
    public void Use(int pieces, ITicketEntry entry)
    {
        if (pieces > Remaining)
        {
            throw new InvalidOperationException($"Ticket {Id} has {Remaining} pieces, not {pieces}.");
        }

        Move(-pieces, entry);
    }

    /// <summary>
    /// Undoes what some transactions together did to the ticket: gives back what they used, expired or not; takes back what they gave, or as much of it as is left (protocol §6).
    /// </summary>
    /// <param name="effect">The pieces that the ticket gained by them; below zero, lost.</param>
    /// <param name="entry">The transaction that undoes.</param>
    /// <returns>How many pieces could not be taken because they were used elsewhere.</returns>
    public int Undo(int effect, ITicketEntry entry)
    {
        var missing = Math.Max(0, effect - Remaining);
        Move(missing - effect, entry);
        return missing;
    }

    private void Move(int pieces, ITicketEntry entry)
    {
        if (pieces != 0)
        {
            Remaining += pieces;
            entry.Move(this, pieces);
        }
    }
}
