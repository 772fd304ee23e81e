using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A weaker MAC policy that somebody wants for a terminal, as the back office sees it.</summary>
/// <param name="MacPolicy">The policy.</param>
/// <param name="UntilFirstSigned">With the policy optional, whether unsigned messages are to be refused once the terminal has signed one.</param>
/// <param name="AskedBy">Who wants it.</param>
/// <param name="Person">The person who wants it; only a different person approves.</param>
/// <param name="AskedAt">When, UTC.</param>
public sealed record MacPolicyRequestView(MacPolicy MacPolicy, bool UntilFirstSigned, string AskedBy, string Person, DateTime AskedAt)
{
    public static MacPolicyRequestView Of(MacPolicyRequest request) => new(request.Policy, request.UntilFirstSigned, request.AskedBy, request.Person, request.AskedAt);
}
