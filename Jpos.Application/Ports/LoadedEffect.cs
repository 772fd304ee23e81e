using Jpos.Domain.Accounts;

namespace Jpos.Application.Ports;

/// <summary>An effect on the lots of one account.</summary>
/// <param name="Effect">The effect. For lots of merged accounts, it is on those that took over their points.</param>
/// <param name="Successors">The lots of merged accounts, each with the id of the lot that took over its points.</param>
public sealed record LoadedEffect(PointEffect Effect, IReadOnlyDictionary<long, long> Successors);
