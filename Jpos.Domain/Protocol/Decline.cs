namespace Jpos.Domain.Protocol;

/// <summary>Why a message is declined.</summary>
/// <param name="Code">What the terminal is told.</param>
/// <param name="Detail">One English sentence for the integrator that names the field or the state at fault, and no secret (protocol §1).</param>
public sealed record Decline(ResponseCode Code, string Detail);
