using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class BatchNumberConverter() : ValueConverter<BatchNumber, int>(value => value.Value, stored => BatchNumber.Of(stored));
