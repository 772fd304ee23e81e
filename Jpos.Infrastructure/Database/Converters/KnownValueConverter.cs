using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>
/// Stores a value of a closed set as its number. A number that the set lacks is never written. Where one is stored nevertheless, it is read as a value that has no word, so that the row can be shown, and every rule that asks for a known value refuses it.
/// </summary>
/// <param name="column">The table and the column.</param>
internal sealed class KnownValueConverter<T>(string column) : ValueConverter<T, int>(value => Write(value), stored => Read(column, stored))
    where T : struct, Enum
{
    /// <summary>All flags of a set of flags, those that nobody gave a name too: what is denied by a set that cannot be read is everything.</summary>
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
