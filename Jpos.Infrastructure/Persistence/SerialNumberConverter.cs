using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class SerialNumberConverter() : ValueConverter<SerialNumber, long>(value => value.Value, stored => SerialNumber.Of(stored));
