using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

// Converters of the domain's values, registered by convention (JposDbContext.ConfigureConventions).
internal sealed class StoreNumberConverter() : ValueConverter<StoreNumber, string>(value => value.Value, stored => stored.Length == 0 ? StoreNumber.None : StoreNumber.Of(stored));
