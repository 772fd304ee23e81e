using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A weaker MAC policy that somebody wants for a terminal, as the back office sees it.</summary>
/// <param name="MacPolicy">The policy.</param>
/// <param name="UntilFirstSigned">With the policy optional, whether unsigned messages are to be refused once the terminal has signed one.</param>
/// <param name="RequestedBy">Who wants it.</param>
/// <param name="Person">The person who wants it; only a different person approves.</param>
/// <param name="RequestedAt">When, UTC.</param>
public sealed record MacPolicyRequestView(MacPolicy MacPolicy, bool UntilFirstSigned, string RequestedBy, string Person, DateTime RequestedAt)
{
    public static MacPolicyRequestView Of(MacPolicyRequest request) => new(request.Policy, request.UntilFirstSigned, request.RequestedBy, request.Person, request.RequestedAt);
}
