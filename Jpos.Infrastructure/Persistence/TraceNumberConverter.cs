using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class TraceNumberConverter() : ValueConverter<TraceNumber, int>(value => value.Value, stored => TraceNumber.Of(stored));
