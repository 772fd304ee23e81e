namespace Jpos.Domain.Terminals;

/// <summary>A weaker MAC policy that somebody wants for a terminal. A different person approves or refuses it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="UntilFirstSigned">With it, whether unsigned messages are refused once the terminal has signed one.</param>
/// <param name="RequestedBy">Who wants it.</param>
/// <param name="Person">The person who wants it, whichever key or token they came in with.</param>
/// <param name="RequestedAt">When, UTC.</param>
public sealed record MacPolicyRequest(MacPolicy Policy, bool UntilFirstSigned, string RequestedBy, string Person, DateTime RequestedAt);
