using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Requests;

/// <summary>The caller of a command or query.</summary>
/// <param name="Name">The name in the audit log.</param>
/// <param name="Role">The role.</param>
/// <param name="Stores">The stores that the caller may see and change; empty for all.</param>
/// <param name="Person">The person behind the caller, whichever key or token they use (<see cref="FourEyes"/>).</param>
/// <param name="IsAtMachine">Whether the caller runs commands on the host's machine, and may grant every role.</param>
/// <param name="KeyId">The id of the API key, for the log; null if none was used.</param>
public sealed record Caller(string Name, Role Role, IReadOnlyCollection<StoreNumber> Stores, string Person, bool IsAtMachine = false, string? KeyId = null)
{
    /// <summary>The caller of commands on the host's machine.</summary>
    public static Caller LocalOperator { get; } = new("a command of the host", Role.Administrator, [], "a command of the host", IsAtMachine: true);

    public bool IsStoreScoped => Stores.Count > 0;

    /// <summary>Refuses an approval by the person who made the request. This rule applies to all approvals.</summary>
    /// <param name="asker">The person who made the request.</param>
    public Problem? RefuseApprovalOf(string asker) => FourEyes.AreMet(asker, Person)
        ? null
        : new Problem(FailureKind.SamePerson, $"The same person made this request: {asker}. A different person must decide. Keys that were created with one another belong to one person; the command new-api-key creates a key for another person.");

    public bool CanSee(StoreNumber store) => !IsStoreScoped || Stores.Contains(store);
}
