using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

internal sealed class TerminalNumberConverter() : ValueConverter<TerminalNumber, string>(value => value.Value, stored => TerminalNumber.Of(stored));
