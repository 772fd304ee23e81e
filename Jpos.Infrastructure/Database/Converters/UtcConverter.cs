using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Marks times as UTC when they are read, because some engines store no zone.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(value => value, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
