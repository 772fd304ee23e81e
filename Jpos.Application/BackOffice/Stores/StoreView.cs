using Jpos.Domain.Stores;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Stores;

/// <summary>A store, as the back office sees it.</summary>
/// <param name="Number">Its number, <c>storeNo</c> on the wire.</param>
/// <param name="Name">Its name, as receipts have it.</param>
/// <param name="Advertisement">What its receipts say to members.</param>
/// <param name="IsOpen">Its terminals may work.</param>
/// <param name="TimeZone">The IANA name of the zone whose days are its business days.</param>
/// <param name="DeniedOperations">Operations that are not allowed here.</param>
/// <param name="Operators">The numbers of those who may sign its terminals on, sorted.</param>
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
