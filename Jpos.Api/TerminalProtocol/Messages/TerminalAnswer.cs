using System.Text.Json.Serialization;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// What every answer has. An answer that is made and not filled in is what a decline says: every key of its endpoint is there, and none is null (protocol §1).
/// </summary>
public record TerminalAnswer
{
    /// <summary>The response code; 00 is success.</summary>
    [JsonPropertyOrder(-20)]
    public string Status { get; set; } = "";

    /// <summary>The text of the code in the interface document's appendix.</summary>
    [JsonPropertyOrder(-19)]
    public string Message { get; set; } = "";

    /// <summary>Of a decline, which field or state is at fault, for the integrator. The one key that is left out where it has nothing to say.</summary>
    [JsonPropertyOrder(-18)]
    public string? Detail { get; set; }

    /// <summary>Unix time of the decision, in seconds unless the host is set to milliseconds.</summary>
    [JsonPropertyOrder(-17)]
    public long TransTime { get; set; }
}
