using System.Globalization;

namespace Jpos.Infrastructure.Keys;

/// <summary>Names the owners to which wrapped keys are bound: the kind of the key and its holder.</summary>
internal static class KeyOwners
{
    public static string MasterKey(TerminalNumber terminal) => $"TMK {terminal}";

    public static string PinKey(TerminalNumber terminal) => $"PIK {terminal}";

    public static string MacKey(TerminalNumber terminal) => $"MAK {terminal}";

    public static string TransportKey(string name) => $"ZPK {name}";

    public static string WebhookSecret(long subscriptionId) => string.Create(CultureInfo.InvariantCulture, $"webhook {subscriptionId}");
}
