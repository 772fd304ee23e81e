using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class RegisterTraceConverter() : ValueConverter<RegisterTrace, string>(value => value.Value, stored => RegisterTrace.Of(stored));
