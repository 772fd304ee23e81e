using System.Text;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Imports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Imports;

/// <summary>The body is a file, not JSON: it may be larger than any other body, and has to come faster. Only who is let in gets here.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CsvBodyAttribute : Attribute, IResourceFilter
{
    /// <summary>Some hundred thousand lines.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Returns the encoding that the request names; null if files are not read in it.</summary>
    public static Encoding? Charset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? ImportCharset.Of(HeaderUtilities.RemoveQuotes(type.Charset).Value) : null;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(CsvResult.Csv, StringComparison.OrdinalIgnoreCase) || Charset(http.Request) is null)
        {
            context.Result = ProblemResults.Result(http, StatusCodes.Status415UnsupportedMediaType, $"The body must be {CsvResult.Csv}; its charset must be one of: {string.Join(", ", ImportCharset.Names)}.");
            return;
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = LargestFile;
        if (HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            // Of the later versions the rate is that of the whole connection.
            rate.MinDataRate = new MinDataRate(bytesPerSecond: 16 * 1024, gracePeriod: TimeSpan.FromSeconds(10));
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // What it is for is over.
    }
}
