using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads the digits of a JSON number as they were sent.</summary>
internal static class JsonNumberText
{
    public static string Of(Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
