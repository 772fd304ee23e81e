using System.Net;
using System.Text;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Bodies of requests, as they are and as they should not be.</summary>
internal static class Bodies
{
    public const string FormType = "application/x-www-form-urlencoded";

    public static async Task<string> Text(Form form)
    {
        using var content = form.ToContent();
        return await content.ReadAsStringAsync();
    }

    public static ByteArrayContent Body(string text, string? type = FormType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }

    public static MultipartFormDataContent Multipart(Form form)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    /// <summary>A body that does not say beforehand how long it is.</summary>
    public sealed class ChunkedContent : HttpContent
    {
        private readonly HttpContent whole;

        public ChunkedContent(HttpContent whole)
        {
            this.whole = whole;
            Headers.ContentType = whole.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => whole.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
