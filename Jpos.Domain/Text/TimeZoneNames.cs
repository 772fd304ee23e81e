using System.Text.RegularExpressions;

namespace Jpos.Domain.Text;

/// <summary>Names of time zones: <c>Area/Place</c> of the IANA database in its exact spelling, <c>Etc/UTC</c> or <c>UTC</c>.</summary>
public static partial class TimeZoneNames
{
    /// <summary>Returns the time zone with a name.</summary>
    /// <returns>False if the text is not such a name, or if this machine does not know the zone.</returns>
    public static bool TryFind(string? name, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        if (name is "UTC" or "Etc/UTC")
        {
            return true;
        }

        // Once it has loaded a zone, the framework accepts other spellings of its name, so the zone's own spelling decides.
        if (name is null || !Form().IsMatch(name) || !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) || found.Id != name)
        {
            return false;
        }

        zone = found;
        return true;
    }

    [GeneratedRegex(@"\A(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(?:/[A-Z][A-Za-z_+-]{0,30}[A-Za-z0-9]?){1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
