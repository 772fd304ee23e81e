using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class MobileNumberConverter() : ValueConverter<MobileNumber, string>(value => value.Value, stored => MobileNumber.Of(stored));
