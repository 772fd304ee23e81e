using Jpos.Domain.Access;
using Jpos.Domain.Protocol;

namespace Jpos.Application.BackOffice;

/// <summary>Who asks.</summary>
/// <param name="Name">As the audit log has it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stores">The stores that they may see and change; none for all.</param>
/// <param name="IsAtMachine">They give commands to the host itself, and let in whom they like.</param>
/// <param name="KeyId">The id of the API key that let them in; null if none did.</param>
public sealed record Caller(string Name, Role Role, IReadOnlyCollection<StoreNumber> Stores, bool IsAtMachine = false, string? KeyId = null)
{
    /// <summary>Whoever gives commands to the host itself.</summary>
    public static Caller AtMachine { get; } = new("a command of the host", Role.Administrator, [], IsAtMachine: true);

    public bool IsOfSomeStores => Stores.Count > 0;

    public bool Sees(StoreNumber store) => !IsOfSomeStores || Stores.Contains(store);
}
