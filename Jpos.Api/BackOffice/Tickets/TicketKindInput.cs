using Jpos.Domain;
using Jpos.Domain.Tickets;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>The fields of a ticket kind.</summary>
/// <param name="Name">The kind's name, which tills show: 1 to 50 letters.</param>
/// <param name="Type">The ticket type on the wire: voucher, groupPurchase or exchange.</param>
/// <param name="Face">The face value of one piece, in yuan with at most 2 decimal places; above 0.</param>
/// <param name="ValidDays">The days after its issue on which a ticket can be used, 1 to 3660.</param>
/// <param name="IsWithdrawn">Whether no more tickets of this kind can be issued; false if omitted.</param>
public sealed record TicketKindInput([property: Mandatory] string? Name, [property: Mandatory] TicketType? Type, [property: Mandatory] decimal? Face, [property: Mandatory] int? ValidDays, bool? IsWithdrawn) : IProfileInput<TicketKindProfile>
{
    public TicketKindProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, TicketKindProfile.LongestName);
        fields.Check("type", Type is not null, FieldErrorText.Missing("type"));
        fields.Check("face", Face is > 0, Face is null ? FieldErrorText.Missing("face") : FieldErrorText.MustBe("face", "greater than 0"));
        var face = fields.Amount("face", Face) ?? 0;
        fields.Check("validDays", ValidDays is >= 1 and <= TicketKindProfile.MostValidDays, FieldErrorText.MustBe("validDays", FieldErrorText.Between(1, TicketKindProfile.MostValidDays)));
        return new TicketKindProfile(name, Type ?? TicketType.Voucher, Money.Of(face), ValidDays ?? 0) { IsWithdrawn = IsWithdrawn ?? false };
    }
}
