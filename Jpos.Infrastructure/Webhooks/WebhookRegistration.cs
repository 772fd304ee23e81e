using System.ComponentModel.DataAnnotations;
using Jpos.Application.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>How events are written and sent, by the settings <c>Jpos:Webhooks</c>.</summary>
internal static class WebhookRegistration
{
    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Jpos:Webhooks").Get<WebhookSettings>() ?? new WebhookSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), true);
        if (settings.PausesSeconds?.Any(pause => pause is not (>= 0 and <= 30 * 24 * 3600)) is true)
        {
            throw new ValidationException("A pause of Jpos:Webhooks:PausesSeconds is below zero or above 30 days.");
        }

        services.AddSingleton(settings);
        services.AddSingleton<INames, NamesOfSystem>();
        services.AddSingleton<Targets>();
        services.AddSingleton<IWebhookReceivers, Receivers>();
        services.AddSingleton<KnownSubscriptions>();
        services.AddSingleton<CourierBell>();
        services.AddSingleton<EventWriter>();
        services.AddSingleton<Sender>();
        services.AddSingleton<CourierRows>();
        services.AddSingleton<Round>();
        services.AddHostedService<Courier>();
    }
}
