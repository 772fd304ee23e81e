using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Jpos.Domain.Protocol;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.Protocol;

/// <summary>Row 1 of protocol §2 before any field is read: the body is a form, in UTF-8, and says each field once.</summary>
internal sealed class FormGuard : IAsyncResourceFilter
{
    private const char Undecodable = '\uFFFD';

    private static readonly ConcurrentDictionary<Type, string[]> FieldNames = new();

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
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

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
            ? null
            : "The form has to be in UTF-8.";
    }

    private static async Task<string?> FaultOfFields(ResourceExecutingContext context)
    {
        IFormCollection form;
        try
        {
            form = await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return "The form cannot be read.";
        }

        var fields = context.ActionDescriptor.Parameters.Select(parameter => parameter.ParameterType).Where(typeof(TerminalForm).IsAssignableFrom);
        foreach (var name in fields.SelectMany(NamesOf))
        {
            var values = form[name];
            if (values.Count > 1)
            {
                return $"{name} is sent more than once.";
            }

            if (values.ToString().Contains(Undecodable, StringComparison.Ordinal))
            {
                return $"{name} is not UTF-8.";
            }
        }

        return null;
    }

    private static string[] NamesOf(Type form) => FieldNames.GetOrAdd(
        form, type => [.. type.GetProperties().Select(property => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name))]);
}
