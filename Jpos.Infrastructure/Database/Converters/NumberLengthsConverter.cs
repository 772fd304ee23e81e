using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class NumberLengthsConverter() : ValueConverter<NumberLengths, string>(value => value.Text, stored => NumberLengths.Of(stored));
