using Jpos.Domain.Terminals;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>What somebody decides on a weaker MAC policy that waits. The policy is repeated, so that nobody approves another one than they saw.</summary>
/// <param name="MacPolicy">The policy that waits.</param>
/// <param name="UntilFirstSigned">What waits with it.</param>
/// <param name="IsApproved">The policy is to hold; false to keep the present one.</param>
public sealed record MacPolicyDecisionInput(MacPolicy? MacPolicy, bool? UntilFirstSigned, bool? IsApproved);
