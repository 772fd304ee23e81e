using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Sms;

/// <summary>
/// Posts each text as JSON, for production: <c>{"mobileNo","text","sentAt"}</c>. The header <c>X-Jpos-Signature</c> is the hexadecimal HMAC-SHA-256 of the body under the shared secret. Any 2xx status is success; other results are retried a limited number of times.
/// </summary>
internal sealed partial class WebhookSmsSender(HttpClient http, SmsSettings.WebhookOptions options, TimeProvider time, ILogger<WebhookSmsSender> logger) : ISmsSender
{
    public async Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { MobileNo = mobile.Value, Text = text, SentAt = time.GetUtcNow().ToUnixTimeSeconds() }, JsonSerializerOptions.Web);
        for (var attempt = 1; attempt <= options.Attempts; attempt++)
        {
            if (await Try(body, cancellation) is not { } fault)
            {
                return true;
            }

            LogFailed(attempt, fault);
        }

        return false;
    }

    /// <summary>Makes one attempt and returns its error; null on success.</summary>
    private async Task<string?> Try(byte[] body, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Jpos-Signature", Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), body)));
        try
        {
            using var response = await http.SendAsync(request, timeout.Token);
            return response.IsSuccessStatusCode ? null : ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "SMS gateway failed on attempt {Attempt}: {Fault}")]
    private partial void LogFailed(int attempt, string fault);
}
