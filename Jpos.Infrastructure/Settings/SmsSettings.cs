using System.ComponentModel.DataAnnotations;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Sms</c>: how texts go out. A webhook comes before a file; with neither the gateway counts as down.</summary>
[SettingsSection("Jpos:Sms")]
internal sealed class SmsSettings
{
    /// <summary>For development and tests: texts are appended to this file, as JSON lines.</summary>
    public string? File { get; init; }

    /// <summary>How many texts all hosts of the database may send within an hour; 0 is no limit.</summary>
    [Range(0, 1_000_000)]
    public int MostTextsInHour { get; init; } = TextBudget.Default;

    public WebhookOptions? Webhook { get; init; }

    internal sealed class WebhookOptions
    {
        /// <summary>Where texts are posted.</summary>
        [Required]
        public required Uri Url { get; init; }

        /// <summary>The key of the signature, at least 16 characters.</summary>
        [Required]
        [MinLength(16)]
        public required string Secret { get; init; }

        /// <summary>How long one attempt may take.</summary>
        [Range(1, 10)]
        public int TimeoutSeconds { get; init; } = 3;

        /// <summary>How often it is tried at most.</summary>
        [Range(1, 5)]
        public int Attempts { get; init; } = 2;
    }
}
