using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>A decision on a pending weaker MAC policy. The request repeats the policy, so that nobody approves a policy that they did not see.</summary>
/// <param name="MacPolicy">The pending policy.</param>
/// <param name="UntilFirstSigned">The pending value of untilFirstSigned.</param>
/// <param name="IsApproved">True to approve the policy; false to keep the present one.</param>
public sealed record MacPolicyDecisionInput([property: Mandatory] MacPolicy? MacPolicy, [property: Mandatory] bool? UntilFirstSigned, [property: Mandatory] bool? IsApproved);
