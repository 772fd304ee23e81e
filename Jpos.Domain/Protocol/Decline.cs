namespace Jpos.Domain.Protocol;

/// <summary>A response code other than 00, with its reason.</summary>
/// <param name="Code">The response code.</param>
/// <param name="Detail">One or two English sentences for the integrator. They name the field or state, and contain no secret (<see href="docs/protocol.md#1-transport">protocol §1</see>).</param>
public sealed record Decline(ResponseCode Code, string Detail);
