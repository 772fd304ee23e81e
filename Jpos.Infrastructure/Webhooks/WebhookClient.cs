using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Settings;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Posts signed events. Any status other than 2xx is a failure, including a redirect. Of the answer it reads only the status, and <c>Retry-After</c> of 429 and 503.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>The most bytes of an answer to skip in order to reuse its connection.</summary>
    private const int MostDrained = 16 * 1024;

    private readonly WebhookSettings settings;
    private readonly IKeyVault vault;
    private readonly TimeProvider time;
    private readonly HttpClient http;

    public WebhookClient(WebhookSettings settings, WebhookUrlPolicy webhookUrlPolicy, IKeyVault vault, TimeProvider time)
    {
        (this.settings, this.vault, this.time) = (settings, vault, time);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy would resolve names itself and could reach addresses that this host must not.
            UseProxy = false,
            MaxResponseDrainSize = MostDrained,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = (context, cancellation) => webhookUrlPolicy.Connect(context.DnsEndPoint, cancellation),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public async Task<DeliveryOutcome> Send(Subscription subscription, Delivery delivery, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var request = Request(subscription, delivery);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var status = (int)response.StatusCode;
            return new DeliveryOutcome(status.ToString(CultureInfo.InvariantCulture), response.IsSuccessStatusCode, status == 410, Wait(response));
        }
        catch (HttpRequestException refused) when (refused.InnerException is WebhookUrlRefusedException)
        {
            return new DeliveryOutcome("forbidden address");
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryOutcome(failure.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new DeliveryOutcome("no answer in time");
        }
        catch (KeyNotOpenedException)
        {
            return new DeliveryOutcome("the secret does not open");
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Reads <c>Retry-After</c> of 429 and 503, in seconds or as a date.</summary>
    private TimeSpan? Wait(HttpResponseMessage response) => response is { StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: { } after }
        ? after.Delta ?? (after.Date - time.GetUtcNow())
        : null;

    private HttpRequestMessage Request(Subscription subscription, Delivery delivery)
    {
        var now = time.GetUtcNow();
        var (id, seconds) = (EventView.IdOf(delivery.EventId), now.ToUnixTimeSeconds());
        var signatures = subscription.SecretsAt(now.UtcDateTime).Select(wrapped =>
        {
            using var key = vault.OpenHashKey(wrapped, KeyOwners.WebhookSecret(subscription.Id));
            return Signature.Of(key, id, seconds, delivery.Body);
        });
        var request = new HttpRequestMessage(HttpMethod.Post, subscription.Url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Jpos", "1"));
        request.Headers.Add(Signature.IdHeader, id);
        request.Headers.Add(Signature.TimeHeader, seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(Signature.Header, string.Join(' ', signatures));
        return request;
    }
}
