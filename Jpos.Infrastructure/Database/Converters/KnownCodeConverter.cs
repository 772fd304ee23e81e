using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

/// <summary>Stores a response code as its two characters. An unknown text is read as <see cref="ResponseCode.Unreadable"/>.</summary>
internal sealed class KnownCodeConverter() : ValueConverter<ResponseCode, string>(value => value.Code, stored => Read(stored))
{
    private static ResponseCode Read(string stored)
    {
        if (ResponseCode.IsOne(stored))
        {
            return ResponseCode.Of(stored);
        }

        UnreadableValues.Add(nameof(ResponseCode), stored);
        return ResponseCode.Unreadable;
    }
}
