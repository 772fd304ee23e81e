namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>A card, its member and its vouchers.</summary>
public sealed record QueryCardAnswer : TerminalAnswer
{
    /// <summary>All points of the card.</summary>
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The vouchers (代金券) that it may pay with.</summary>
    public IReadOnlyList<VoucherAnswer> Vaucher { get; set; } = [];

    /// <summary>The kind of the member's document; empty for none.</summary>
    public string IdType { get; set; } = "";

    /// <summary>Its number; empty for none.</summary>
    public string IdNo { get; set; } = "";

    /// <summary>The member's name; empty if it is not known.</summary>
    public string Name { get; set; } = "";

    /// <summary>01 male, 02 female, 00 unknown.</summary>
    public string Gender { get; set; } = "";

    /// <summary>The member's mobile.</summary>
    public string MobileNo { get; set; } = "";

    /// <summary>0 green, 1 gold, 2 platinum, 3 diamond.</summary>
    public string Grade { get; set; } = "";

    /// <summary>Where the member lives.</summary>
    public string Address { get; set; } = "";

    /// <summary>Where the member gets mail.</summary>
    public string Email { get; set; } = "";
}
