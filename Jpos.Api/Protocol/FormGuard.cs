using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;
using Jpos.Api.Transport;
using Jpos.Domain.Protocol;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace Jpos.Api.Protocol;

/// <summary>Row 1 of protocol §2 before any field is read: the body is a form, in UTF-8, and says each field once.</summary>
internal sealed class FormGuard : IAsyncResourceFilter
{
    private const char Undecodable = '\uFFFD';

    private static readonly ConcurrentDictionary<Type, string[]> FieldNames = new();

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.ContentLength > KestrelLimits.LargestBody)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        var fault = FaultOfType(request) ?? await FaultOfFields(context);
        if (fault is null)
        {
            await next();
        }
        else
        {
            context.Result = new Refused(ResponseCode.Malformed, fault);
        }
    }

    private static string? FaultOfType(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return "The body has to be a form: application/x-www-form-urlencoded or multipart/form-data.";
        }

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (type.CharSet?.Trim('"').ToUpperInvariant() ?? "UTF-8") is "UTF-8" or "UTF8"
            ? null
            : "The form has to be in UTF-8.";
    }

    private static async Task<string?> FaultOfFields(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var names = context.ActionDescriptor.Parameters.Select(parameter => parameter.ParameterType).Where(typeof(TerminalForm).IsAssignableFrom).SelectMany(NamesOf).ToList();
        IFormCollection form;
        try
        {
            var body = await RawBody.Read(context.HttpContext);
            if (FindUndecodable(request, body, names) is { } undecodable)
            {
                return $"{undecodable} is not UTF-8.";
            }

            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or NotSupportedException or IOException and not BadHttpRequestException)
        {
            return "The form cannot be read.";
        }

        return names.Select(name => FaultOf(name, form[name])).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The form reader leaves escapes that are no UTF-8 as they are, so they are looked for before it reads. In multipart forms it puts a mark in their place.</summary>
    private static string? FindUndecodable(HttpRequest request, byte[] body, List<string> names)
    {
        if (request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // There may be thousands of fields that nobody knows: they cost a look each.
        var known = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = Encoding.Latin1.GetString(body).AsSpan();
        foreach (var range in text.Split('&'))
        {
            var field = text[range];
            var equals = field.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            var sent = field[..equals];
            var isKnown = sent.ContainsAny('%', '+') ? known.TryGetValue(WebUtility.UrlDecode(sent.ToString()), out var name) : bySpan.TryGetValue(sent, out name);
            if (isKnown && !Utf8.IsValid(WebUtility.UrlDecodeToBytes(Encoding.Latin1.GetBytes(field[(equals + 1)..].ToString()), 0, field.Length - equals - 1)))
            {
                return name;
            }
        }

        return null;
    }

    private static string? FaultOf(string name, StringValues values)
    {
        if (values.Count > 1)
        {
            return $"{name} is sent more than once.";
        }

        if (values.ToString().Contains(Undecodable, StringComparison.Ordinal))
        {
            return $"{name} is not UTF-8.";
        }

        // An empty field is an absent one; one of blanks is neither.
        return values.ToString() is { Length: > 0 } value && string.IsNullOrWhiteSpace(value) ? $"{name} is malformed." : null;
    }

    private static string[] NamesOf(Type form) => FieldNames.GetOrAdd(
        form, type => [.. type.GetProperties().Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name))]);
}
