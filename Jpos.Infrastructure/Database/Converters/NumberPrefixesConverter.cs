using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class NumberPrefixesConverter() : ValueConverter<NumberPrefixes, string>(value => value.Text, stored => NumberPrefixes.Of(stored));
