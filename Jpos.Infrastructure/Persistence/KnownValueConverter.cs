using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

/// <summary>Stores a value of a closed set as its number. A number that the set lacks is refused in both directions.</summary>
internal sealed class KnownValueConverter<T>() : ValueConverter<T, int>(value => Write(value), stored => Read(stored))
    where T : struct, Enum
{
    private static readonly int Mask = ClosedSets.MaskOf(typeof(T)) ?? 0;

    private static readonly bool IsFlags = ClosedSets.MaskOf(typeof(T)) is not null;

    private static int Write(T value)
    {
        var stored = Unsafe.BitCast<T, int>(value);
        return IsKnown(value, stored) ? stored : throw new InvalidOperationException($"{typeof(T).Name} has no value {stored}; it was not stored.");
    }

    private static T Read(int stored)
    {
        var value = Unsafe.BitCast<int, T>(stored);
        return IsKnown(value, stored) ? value : throw new InvalidOperationException($"{typeof(T).Name} has no value {stored}; the stored row cannot be read.");
    }

    private static bool IsKnown(T value, int stored) => IsFlags ? (stored & ~Mask) == 0 : Enum.IsDefined(value);
}
