namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>A card with its member and its vouchers.</summary>
public sealed record QueryCardAnswer : TerminalAnswer
{
    /// <summary>The balance of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that can be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The vouchers (代金券) that can pay in a consume.</summary>
    public IReadOnlyList<VoucherAnswer> Vaucher { get; set; } = [];

    /// <summary>The kind of the member's document; empty if none.</summary>
    public string IdType { get; set; } = "";

    /// <summary>The document's number; empty if none.</summary>
    public string IdNo { get; set; } = "";

    /// <summary>The member's name; empty if unknown.</summary>
    public string Name { get; set; } = "";

    /// <summary>The gender: 01 male, 02 female, 00 unknown.</summary>
    public string Gender { get; set; } = "";

    /// <summary>The member's mobile.</summary>
    public string MobileNo { get; set; } = "";

    /// <summary>The grade: 0 green, 1 gold, 2 platinum, 3 diamond.</summary>
    public string Grade { get; set; } = "";

    /// <summary>The member's postal address.</summary>
    public string Address { get; set; } = "";

    /// <summary>The member's email address.</summary>
    public string Email { get; set; } = "";
}
