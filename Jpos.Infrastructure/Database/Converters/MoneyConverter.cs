using Jpos.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class MoneyConverter() : ValueConverter<Money, long>(value => value.Fen, stored => Money.FromFen(stored));
