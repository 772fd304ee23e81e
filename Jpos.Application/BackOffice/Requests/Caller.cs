using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>Who asks.</summary>
/// <param name="Name">As the audit log has it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stores">The stores that they may see and change; none for all.</param>
/// <param name="Person">The person who asks, whichever key or token they come in with (<see cref="FourEyes"/>).</param>
/// <param name="IsAtMachine">They give commands to the host itself, and let in whom they like.</param>
/// <param name="KeyId">The id of the API key that let them in, for the log; null if none did.</param>
public sealed record Caller(string Name, Role Role, IReadOnlyCollection<StoreNumber> Stores, string Person, bool IsAtMachine = false, string? KeyId = null)
{
    /// <summary>Whoever gives commands to the host itself.</summary>
    public static Caller LocalOperator { get; } = new("a command of the host", Role.Administrator, [], "a command of the host", IsAtMachine: true);

    public bool IsStoreScoped => Stores.Count > 0;

    /// <summary>Refuses to approve what the same person asked for: the one rule for all approvals.</summary>
    /// <param name="asker">The person who asked.</param>
    public Problem? RefuseApprovalOf(string asker) => FourEyes.AreMet(asker, Person)
        ? null
        : new Problem(FailureKind.Forbidden, $"The same person asked for it: {asker}. A different person must decide. API keys that were made by one another belong to one person; new-api-key at the machine makes a key for another person.");

    public bool CanSee(StoreNumber store) => !IsStoreScoped || Stores.Contains(store);
}
