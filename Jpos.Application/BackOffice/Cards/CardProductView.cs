using System.Globalization;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card product.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Name">The name.</param>
/// <param name="HasCheckDigit">Whether card numbers end in a Luhn check digit.</param>
/// <param name="NumberLengths">The allowed lengths of new card numbers.</param>
/// <param name="NumberPrefixes">The allowed prefixes of new card numbers; empty if every number is allowed.</param>
/// <param name="RequiresPin">Whether spending requires the PIN of a card that has one.</param>
/// <param name="DeniedOperations">The operations that these cards must not do.</param>
/// <param name="MostPerConsume">The highest total of one consume, in yuan; null for no limit.</param>
/// <param name="MostConsumesPerDay">The most consumes of a card in one day; null for no limit.</param>
public sealed record CardProductView(long Id, string Name, bool HasCheckDigit, IReadOnlyList<int> NumberLengths, IReadOnlyList<string> NumberPrefixes, bool RequiresPin, IReadOnlyList<Operations> DeniedOperations, decimal? MostPerConsume, int? MostConsumesPerDay) : IResourceView
{
    public static CardProductView Of(CardProduct product) => new(
        product.Id,
        product.Name,
        product.HasCheckDigit,
        product.NumberLengths.All,
        product.NumberPrefixes.All,
        product.RequiresPin,
        EnumNames.FlagsOf(product.DeniedOperations),
        product.MostPerConsume?.ToDecimal(),
        product.MostConsumesPerDay);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"card-products/{id}");
}
