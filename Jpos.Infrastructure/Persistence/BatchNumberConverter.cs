using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class BatchNumberConverter() : ValueConverter<BatchNumber, int>(value => value.Value, stored => BatchNumber.Of(stored));
