namespace Jpos.Domain.Tickets;

/// <summary>What the back office says of a kind of ticket.</summary>
/// <param name="Name">Its name, <c>name</c> on the wire.</param>
/// <param name="Type">What terminals take it for.</param>
/// <param name="Face">What one piece is worth.</param>
/// <param name="ValidDays">How many days after it is issued a ticket can be used, unless another last day is said then.</param>
public sealed record TicketKindProfile(string Name, TicketType Type, Money Face, int ValidDays) : IProfile
{
    /// <summary>As many letters as every till shows.</summary>
    public const int LongestName = 50;

    /// <summary>Ten years.</summary>
    public const int MostValidDays = 3660;

    /// <summary>No more of it is issued; what cards hold stays good.</summary>
    public bool IsWithdrawn { get; init; }
}
