using System.Text.Json.Serialization;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The answer of a points transaction.</summary>
public abstract record PointsAnswer : TerminalAnswer
{
    /// <summary>The serial number of the transaction, 12 digits; empty if there is none.</summary>
    [JsonPropertyOrder(-10)]
    public string SerialNo { get; set; } = "";

    /// <summary>The balance of the card.</summary>
    [JsonPropertyOrder(-9)]
    public decimal PointBalance { get; set; }

    /// <summary>The points that can be spent now.</summary>
    [JsonPropertyOrder(-8)]
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>The points spent; for an undo, the points given back.</summary>
    [JsonPropertyOrder(-7)]
    public decimal UsePoint { get; set; }

    /// <summary>The points earned; for an undo, the points taken back.</summary>
    [JsonPropertyOrder(-6)]
    public decimal PersentPoint { get; set; }
}
