using System.Globalization;
using System.Text;
using System.Text.Json;
using NLog;
using NLog.LayoutRenderers;

namespace Jpos.Api.Logging;

/// <summary>
/// Implements <c>${json-line}</c>: a log line as one JSON object, with its named fields as members of <c>fields</c>. Every text passes <see cref="CardMask"/>. Fields are written by their own text, so that masked types stay masked.
/// </summary>
[LayoutRenderer("json-line")]
public sealed class JsonLine : LayoutRenderer
{
    /// <summary>Switches the log to JSON lines.</summary>
    public static void Use() => LogManager.Configuration!.Variables["masked"] = "${json-line}";

    protected override void Append(StringBuilder builder, LogEventInfo logEvent)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("time", logEvent.TimeStamp.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", logEvent.Level.Name);
            json.WriteString("logger", logEvent.LoggerName);
            json.WriteString("message", CardMask.Mask(logEvent.FormattedMessage));
            json.WriteStartObject("fields");
            foreach (var (name, value) in logEvent.Properties)
            {
                Write(json, $"{name}", value);
            }

            json.WriteEndObject();
            if (logEvent.Exception is { } exception)
            {
                json.WriteString("exception", CardMask.Mask(exception.ToString()));
            }

            json.WriteEndObject();
        }

        builder.Append(Encoding.UTF8.GetString(line.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, Math.Round(number, 3));
                break;
            case bool claim:
                json.WriteBoolean(name, claim);
                break;
            default:
                json.WriteString(name, CardMask.Mask(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }
}
