using System.Text.Json.Serialization;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The fields of every answer. The defaults are those of a decline: every key of the endpoint is present and none is null (<see href="docs/protocol.md#1-transport">protocol §1</see>).
/// </summary>
public record TerminalAnswer
{
    /// <summary>The response code; 00 is success.</summary>
    [JsonPropertyOrder(-20)]
    public string Status { get; set; } = "";

    /// <summary>The message of the code, from the interface document's appendix.</summary>
    [JsonPropertyOrder(-19)]
    public string Message { get; set; } = "";

    /// <summary>In a decline, the field or state that caused it, for integrators. This is the only key that is omitted when it is empty.</summary>
    [JsonPropertyOrder(-18)]
    public string? Detail { get; set; }

    /// <summary>The Unix time of the decision, in seconds unless the host is configured for milliseconds.</summary>
    [JsonPropertyOrder(-17)]
    public long TransTime { get; set; }
}
