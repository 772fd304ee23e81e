namespace Jpos.Domain.Terminals;

/// <summary>A request for a weaker MAC policy of a terminal. A different person approves or refuses it.</summary>
/// <param name="Policy">The requested policy.</param>
/// <param name="UntilFirstSigned">Whether unsigned messages are refused after the terminal has signed one.</param>
/// <param name="RequestedBy">The caller who requests it.</param>
/// <param name="Person">The person who requests it, with any key or token.</param>
/// <param name="RequestedAt">When, UTC.</param>
public sealed record MacPolicyRequest(MacPolicy Policy, bool UntilFirstSigned, string RequestedBy, string Person, DateTime RequestedAt);
