using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class RegisterTraceConverter() : ValueConverter<RegisterTrace, string>(value => value.Value, stored => RegisterTrace.Of(stored));
