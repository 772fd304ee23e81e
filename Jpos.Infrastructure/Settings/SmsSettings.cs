using System.ComponentModel.DataAnnotations;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Sms</c>: how texts are sent. A webhook takes precedence over a file. Without both, the SMS gateway counts as unavailable.</summary>
[SettingsSection("Jpos:Sms")]
internal sealed class SmsSettings
{
    /// <summary>The file to which texts are appended as JSON lines, for development and tests.</summary>
    public string? File { get; init; }

    /// <summary>The most texts that all hosts of the database may send in an hour; 0 for no limit.</summary>
    [Range(0, 1_000_000)]
    public int MostTextsInHour { get; init; } = TextBudget.Default;

    public WebhookOptions? Webhook { get; init; }

    internal sealed class WebhookOptions
    {
        /// <summary>The address to which texts are posted.</summary>
        [Required]
        public required Uri Url { get; init; }

        /// <summary>The key of the signature, at least 16 characters.</summary>
        [Required]
        [MinLength(16)]
        public required string Secret { get; init; }

        /// <summary>The timeout of one attempt.</summary>
        [Range(1, 10)]
        public int TimeoutSeconds { get; init; } = 3;

        /// <summary>The most attempts.</summary>
        [Range(1, 5)]
        public int Attempts { get; init; } = 2;
    }
}
