using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class TraceNumberConverter() : ValueConverter<TraceNumber, int>(value => value.Value, stored => TraceNumber.Of(stored));
