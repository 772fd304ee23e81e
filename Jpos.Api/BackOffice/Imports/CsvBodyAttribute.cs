using System.Text;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Imports;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Imports;

/// <summary>Marks an action whose body is a file. The file may be larger than a JSON body and must arrive faster. The limits change only after the caller is authorized.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CsvBodyAttribute : Attribute, IResourceFilter
{
    /// <summary>The size limit of a file, enough for several hundred thousand lines.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Returns the encoding that the request names; null if it is not supported for files.</summary>
    public static Encoding? Charset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? ImportCharset.Of(HeaderUtilities.RemoveQuotes(type.Charset).Value) : null;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.MediaType.Equals(CsvResult.Csv, StringComparison.OrdinalIgnoreCase) || Charset(http.Request) is null)
        {
            context.Result = ProblemResults.Result(http, ProblemTypes.UnsupportedMediaType, $"The Content-Type must be {CsvResult.Csv}, with a charset of: {string.Join(", ", ImportCharset.Names)}.");
            return;
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = LargestFile;
        if (HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            // HTTP/2 and HTTP/3 apply the rate to the whole connection, so it is not set for them.
            rate.MinDataRate = new MinDataRate(bytesPerSecond: 16 * 1024, gracePeriod: TimeSpan.FromSeconds(10));
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Required by the interface; there is nothing to do afterwards.
    }
}
