using Jpos.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Without the zeros at its end that some engines add: a rate looks the same wherever it is kept.</summary>
internal sealed class BareDecimalConverter() : ValueConverter<decimal, decimal>(value => value, stored => stored.WithoutTrailingZeros());
