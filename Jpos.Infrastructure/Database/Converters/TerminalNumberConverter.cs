using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class TerminalNumberConverter() : ValueConverter<TerminalNumber, string>(value => value.Value, stored => TerminalNumber.Of(stored));
