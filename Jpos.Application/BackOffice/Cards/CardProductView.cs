using System.Globalization;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card product, as the back office sees it.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasCheckDigit">Numbers of its cards end in a Luhn check digit.</param>
/// <param name="NumberLengths">How many digits numbers of new cards have.</param>
/// <param name="NumberPrefixes">With which digits numbers of new cards begin; none if every number is allowed.</param>
/// <param name="RequiresPin">Spending asks for a PIN, if the card has one.</param>
/// <param name="DeniedOperations">Operations that its cards may not do.</param>
/// <param name="MostPerConsume">The most that one consume may come to, in yuan; null for no limit.</param>
/// <param name="MostConsumesPerDay">How many consumes a card may have in a day; null for no limit.</param>
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
