using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

// How the domain's values are stored, each said once (JposDbContext.ConfigureConventions).
internal sealed class StoreNumberConverter() : ValueConverter<StoreNumber, string>(value => value.Value, stored => StoreNumber.Of(stored));
