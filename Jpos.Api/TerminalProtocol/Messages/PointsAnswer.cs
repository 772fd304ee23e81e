using System.Text.Json.Serialization;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The answer of a transaction on points.</summary>
public abstract record PointsAnswer : TerminalAnswer
{
    /// <summary>The host's number of the transaction, 12 digits; empty if there is none.</summary>
    [JsonPropertyOrder(-10)]
    public string SerialNo { get; set; } = "";

    /// <summary>All points of the card.</summary>
    [JsonPropertyOrder(-9)]
    public decimal PointBalance { get; set; }

    /// <summary>The points that may be spent now.</summary>
    [JsonPropertyOrder(-8)]
    public decimal AvaiablePointBalance { get; set; }

    /// <summary>Points spent; of an undoing, those given back.</summary>
    [JsonPropertyOrder(-7)]
    public decimal UsePoint { get; set; }

    /// <summary>Points earned; of an undoing, those taken back.</summary>
    [JsonPropertyOrder(-6)]
    public decimal PersentPoint { get; set; }
}
