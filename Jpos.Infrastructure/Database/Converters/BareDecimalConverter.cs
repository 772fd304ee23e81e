using Jpos.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Removes the trailing zeros that some engines add, so that a rate has the same text on every engine.</summary>
internal sealed class BareDecimalConverter() : ValueConverter<decimal, decimal>(value => value, stored => stored.WithoutTrailingZeros());
