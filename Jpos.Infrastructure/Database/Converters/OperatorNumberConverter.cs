using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class OperatorNumberConverter() : ValueConverter<OperatorNumber, string>(value => value.Value, stored => OperatorNumber.Of(stored));
