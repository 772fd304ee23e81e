using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// Checks the form of row 1 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> before any field is read. The body must be a form in a charset of <see href="docs/protocol.md#1-transport">protocol §1</see> with each known field once. The filter trims values and drops empty fields.
/// </summary>
internal sealed class FormFilter : IAsyncResourceFilter
{
    /// <summary>The size limit of a body, many times the longest form: a consume with its tracks and 50 vouchers (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
    public const int LargestForm = 16 * 1024;

    /// <summary>The white space of JSON, in which lists of lines are written.</summary>
    private static readonly SearchValues<char> JsonBlanks = SearchValues.Create("\t\r\n");

    /// <summary>The fields of each form, and whether they hold JSON text.</summary>
    private static readonly ConcurrentDictionary<Type, KeyValuePair<string, bool>[]> FieldsOfForms = new();

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LargestForm;
        if (http.Request.ContentLength > LargestForm)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var fault = await Read(context);
        if (fault is null)
        {
            await next();
        }
        else
        {
            context.Result = new TerminalDeclineResult(ResponseCode.Malformed, fault);
        }
    }

    private static async Task<string?> Read(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (FormContentType.Read(http.Request.ContentType, out var type) is { } fault)
        {
            return fault;
        }

        var fields = context.ActionDescriptor.Parameters.Select(parameter => parameter.ParameterType).Where(typeof(TerminalForm).IsAssignableFrom).SelectMany(FieldsOf);
        var known = new Dictionary<string, bool>(fields, StringComparer.OrdinalIgnoreCase);
        var names = known.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<(string Name, byte[] Value)> sent;
        try
        {
            var body = await RawBody.Read(http);
            sent = type!.Boundary is { } boundary
                ? await FormFields.OfMultipart(body, boundary, names, http.RequestAborted)
                : FormFields.OfUrlEncoded(body, names);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return "The host cannot read the form.";
        }

        return ReadFields(http, sent, known, type.Encoding);
    }

    private static string? ReadFields(HttpContext http, List<(string Name, byte[] Value)> sent, Dictionary<string, bool> isJson, Encoding encoding)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, bytes) in sent)
        {
            if (!seen.Add(name))
            {
                return $"{name} is sent more than once.";
            }

            if (!TryDecode(bytes, encoding, out var value))
            {
                return $"{name} is not in the form's charset, {encoding.WebName}.";
            }

            if (!FieldRules.IsVisible(isJson[name] ? string.Concat(value.Where(letter => !JsonBlanks.Contains(letter))) : value) || (value.Length > 0 && string.IsNullOrWhiteSpace(value)))
            {
                return $"{name} must have visible characters, and no control or format characters.";
            }

            if (value.Length > 0)
            {
                fields.Add(name, value);
            }
        }

        http.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        return null;
    }

    /// <summary>Decodes a value and trims spaces, tabs and line ends. Terminals pad fixed fields, and old clients end bodies with a line end.</summary>
    private static bool TryDecode(byte[] bytes, Encoding encoding, out string value)
    {
        try
        {
            value = encoding.GetString(bytes).Trim(' ', '\t', '\r', '\n');
            return true;
        }
        catch (DecoderFallbackException)
        {
            value = "";
            return false;
        }
    }

    private static KeyValuePair<string, bool>[] FieldsOf(Type form) => FieldsOfForms.GetOrAdd(
        form, type => [.. type.GetProperties().Select(property => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.PropertyType == typeof(TicketsField)))]);
}
