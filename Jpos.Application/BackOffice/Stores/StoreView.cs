using Jpos.Domain.Stores;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>A store.</summary>
/// <param name="Number">The number, <c>storeNo</c> on the wire.</param>
/// <param name="Name">The name on receipts.</param>
/// <param name="Advertisement">The text for members on receipts.</param>
/// <param name="IsOpen">Whether the store's terminals may send messages.</param>
/// <param name="TimeZone">The IANA name of the store's time zone, which decides its business days.</param>
/// <param name="DeniedOperations">The operations that are not allowed in this store.</param>
/// <param name="Operators">The numbers of the operators who may sign on at the store's terminals, sorted.</param>
public sealed record StoreView(string Number, string Name, string Advertisement, bool IsOpen, string TimeZone, IReadOnlyList<Operations> DeniedOperations, IReadOnlyList<string> Operators)
{
    public static StoreView Of(Store store) => new(
        store.Number.Value,
        store.Name,
        store.Advertisement,
        store.IsOpen,
        store.TimeZone,
        EnumNames.FlagsOf(store.DeniedOperations),
        [.. store.Operators.Select(employed => employed.Number.Value).Order(StringComparer.Ordinal)]);

    public static string Subject(StoreNumber number) => $"stores/{number}";
}
