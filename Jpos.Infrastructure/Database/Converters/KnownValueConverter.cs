using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>
/// Stores a value of a closed set as its number. An unknown number is never written. An unknown stored number is read as a value without a name: the row can be shown, but every rule that needs a known value refuses it.
/// </summary>
/// <param name="column">The table and the column.</param>
internal sealed class KnownValueConverter<T>(string column) : ValueConverter<T, int>(value => Write(value), stored => Read(column, stored))
    where T : struct, Enum
{
    /// <summary>All flags, including unnamed ones. An unreadable set of denied operations must deny everything.</summary>
    private const int Unreadable = -1;

    private static readonly int Mask = EnumConstraints.MaskOf(typeof(T)) ?? 0;

    private static readonly bool IsFlags = EnumConstraints.MaskOf(typeof(T)) is not null;

    private static int Write(T value)
    {
        var stored = Unsafe.BitCast<T, int>(value);
        return IsKnown(value, stored) ? stored : throw new InvalidOperationException($"{typeof(T).Name} has no value {stored}; it was not stored.");
    }

    private static T Read(string column, int stored)
    {
        var value = Unsafe.BitCast<int, T>(stored);
        if (IsKnown(value, stored))
        {
            return value;
        }

        UnreadableValues.Add(column, stored.ToString(CultureInfo.InvariantCulture));
        return Unsafe.BitCast<int, T>(Unreadable);
    }

    private static bool IsKnown(T value, int stored) => IsFlags ? (stored & ~Mask) == 0 : Enum.IsDefined(value);
}
