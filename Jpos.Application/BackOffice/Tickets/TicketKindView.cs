using System.Globalization;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>A ticket kind.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Name">The name, <c>name</c> on the wire.</param>
/// <param name="Type">The ticket type on the wire.</param>
/// <param name="Face">The face value of one piece, in yuan.</param>
/// <param name="ValidDays">The days after its issue on which a ticket can be used.</param>
/// <param name="IsWithdrawn">Whether no more tickets of this kind can be issued.</param>
public sealed record TicketKindView(long Id, string Name, TicketType Type, decimal Face, int ValidDays, bool IsWithdrawn) : IResourceView
{
    public static TicketKindView Of(TicketKind kind) => new(kind.Id, kind.Name, kind.Type, kind.Face.ToDecimal(), kind.ValidDays, kind.IsWithdrawn);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"ticket-kinds/{id}");
}
