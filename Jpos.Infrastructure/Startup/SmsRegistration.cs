using System.ComponentModel.DataAnnotations;
using Jpos.Domain.VerifyCodes;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Sms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers the SMS sender by the settings <c>Jpos:Sms</c>.</summary>
internal static class SmsRegistration
{
    /// <exception cref="ValidationException">A setting of the webhook is missing or out of range.</exception>
    public static void AddSms(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Jpos:Sms").Get<SmsSettings>() ?? new SmsSettings();
        Validator.ValidateObject(options, new ValidationContext(options), true);
        services.AddSingleton(new TextBudget(options.MostTextsInHour));
        if (options.Webhook is { } webhook)
        {
            Validator.ValidateObject(webhook, new ValidationContext(webhook), true);
            if (webhook.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            {
                throw new ValidationException("Jpos:Sms:Webhook:Url is not an http:// or https:// address.");
            }

            services.AddSingleton(webhook);

            // Redirects are not followed, because a page that answers 200 would swallow the text, or another party would get it.
            services.AddHttpClient<ISmsSender, WebhookSmsSender>().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        }
        else if ((options.File ?? (environment.IsDevelopment() ? HostSettings.DataFile(configuration, environment, "sms.jsonl") : null)) is { Length: > 0 } file)
        {
            services.AddSingleton<ISmsSender>(provider => new FileSmsSender(Path.Combine(environment.ContentRootPath, file), provider.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddSingleton<ISmsSender, NoSmsSender>();
        }
    }

    private sealed class NoSmsSender : ISmsSender
    {
        public Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation) => Task.FromResult(false);
    }
}
