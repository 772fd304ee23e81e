using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class CardNumberConverter() : ValueConverter<CardNumber, string>(value => value.Value, stored => CardNumber.Of(stored));
