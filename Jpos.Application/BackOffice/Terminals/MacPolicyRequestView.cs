using Jpos.Domain.Terminals;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>A request for a weaker MAC policy of a terminal.</summary>
/// <param name="MacPolicy">The requested policy.</param>
/// <param name="UntilFirstSigned">With the optional policy, whether the host refuses unsigned messages after the first signed one.</param>
/// <param name="RequestedBy">The caller who requested the policy.</param>
/// <param name="Person">The person behind that caller. Only a different person may approve the policy.</param>
/// <param name="RequestedAt">The time of the request, UTC.</param>
public sealed record MacPolicyRequestView(MacPolicy MacPolicy, bool UntilFirstSigned, string RequestedBy, string Person, DateTime RequestedAt)
{
    public static MacPolicyRequestView Of(MacPolicyRequest request) => new(request.Policy, request.UntilFirstSigned, request.RequestedBy, request.Person, request.RequestedAt);
}
