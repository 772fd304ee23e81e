using Jpos.Domain.Limits;
using Jpos.Infrastructure.Settings;

[assembly: SettingsSection("Jpos:Limits", Type = typeof(FailureLimits))]
