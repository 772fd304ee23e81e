using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class NumberPrefixesConverter() : ValueConverter<NumberPrefixes, string>(value => value.Text, stored => NumberPrefixes.Of(stored));
