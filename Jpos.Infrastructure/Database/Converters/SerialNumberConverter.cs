using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class SerialNumberConverter() : ValueConverter<SerialNumber, long>(value => value.Value, stored => SerialNumber.Of(stored));
