using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class MobileNumberConverter() : ValueConverter<MobileNumber, string>(value => value.Value, stored => MobileNumber.Of(stored));
