using System.Globalization;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>A kind of ticket, as the back office sees it.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Name">Its name, <c>name</c> on the wire.</param>
/// <param name="Type">What terminals take it for.</param>
/// <param name="Face">What one piece is worth, in yuan.</param>
/// <param name="ValidDays">How many days after it is issued a ticket can be used.</param>
/// <param name="IsWithdrawn">No more of it is issued.</param>
public sealed record TicketKindView(long Id, string Name, TicketType Type, decimal Face, int ValidDays, bool IsWithdrawn) : IResourceView
{
    public static TicketKindView Of(TicketKind kind) => new(kind.Id, kind.Name, kind.Type, kind.Face.ToDecimal(), kind.ValidDays, kind.IsWithdrawn);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"ticket-kinds/{id}");
}
