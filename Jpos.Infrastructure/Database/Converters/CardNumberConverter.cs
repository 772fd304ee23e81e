using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class CardNumberConverter() : ValueConverter<CardNumber, string>(value => value.Value, stored => CardNumber.Of(stored));
