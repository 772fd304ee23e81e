using Jpos.Domain;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class MoneyConverter() : ValueConverter<Money, long>(value => value.Fen, stored => Money.FromFen(stored));
