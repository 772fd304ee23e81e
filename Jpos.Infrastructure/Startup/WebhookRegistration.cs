using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers the writing and sending of events by the settings <c>Jpos:Webhooks</c>.</summary>
internal static class WebhookRegistration
{
    /// <exception cref="ValidationException">A setting is out of range.</exception>
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Jpos:Webhooks").Get<WebhookSettings>() ?? new WebhookSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), true);
        if (settings.PausesSeconds?.Any(pause => pause is not (>= 0 and <= 30 * 24 * 3600)) is true)
        {
            throw new ValidationException("Jpos:Webhooks:PausesSeconds has an invalid entry. Allowed: numbers from 0 to 2592000 (30 days).");
        }

        services.AddSingleton(settings);
        services.AddSingleton<IDnsResolver, SystemDnsResolver>();
        services.AddSingleton<WebhookUrlPolicy>();
        services.AddSingleton<IWebhookEndpoints, WebhookEndpoints>();
        services.AddSingleton<SubscriptionCache>();
        services.AddSingleton<DispatchSignal>();
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<SubscriptionWorker>();
        services.AddHostedService<WebhookDispatcher>();
    }
}
