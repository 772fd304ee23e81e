using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Stores a text of a closed set. An unknown text is read as the empty one, which every such set uses for an unknown value.</summary>
/// <param name="column">The table and the column.</param>
/// <param name="known">The texts of the set.</param>
internal sealed class KnownTextConverter(string column, string[] known) : ValueConverter<string, string>(value => value, stored => Read(column, known, stored))
{
    private static string Read(string column, string[] known, string stored)
    {
        if (Array.IndexOf(known, stored) >= 0)
        {
            return stored;
        }

        UnreadableValues.Add(column, stored);
        return "";
    }
}
