namespace Jpos.Domain.Tickets;

/// <summary>The fields of a ticket kind that the back office sets.</summary>
/// <param name="Name">The name, <c>name</c> on the wire.</param>
/// <param name="Type">The type, for terminals.</param>
/// <param name="Face">The value of one piece.</param>
/// <param name="ValidDays">The number of days for which a ticket can be used after its issue, unless the issue names another last day.</param>
public sealed record TicketKindProfile(string Name, TicketType Type, Money Face, int ValidDays) : IProfile
{
    /// <summary>The number of letters that every till can show.</summary>
    public const int LongestName = 50;

    /// <summary>Ten years.</summary>
    public const int MostValidDays = 3660;

    /// <summary>The store that pays for tickets of the kind; null for the programme.</summary>
    public StoreNumber? PaidBy { get; init; }

    /// <summary>The price of one piece between the payer and the store that accepts it; null for the face value.</summary>
    public Money? SettlePrice { get; init; }

    /// <summary>Whether it is withdrawn: no more tickets are issued, and tickets on cards stay valid.</summary>
    public bool IsWithdrawn { get; init; }
}
