using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.TextForms;

namespace Jpos.Api.BackOffice.Stores;

/// <summary>What is to be said of a store.</summary>
public record StoreInput
{
    /// <summary>Its name, as receipts have it: 1 to 100 letters.</summary>
    public string? Name { get; init; }

    /// <summary>What its receipts say to members: at most 999 bytes in GB2312; nothing if left out.</summary>
    public string? Advertisement { get; init; }

    /// <summary>Its terminals may work; true if left out.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The IANA name of the zone whose days are its business days; Asia/Shanghai if left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Operations that are not allowed here; none if left out.</summary>
    public IReadOnlyList<Operations>? Denied { get; init; }

    internal StoreProfile Read(Faults faults)
    {
        var name = faults.Text("name", Name, StoreProfile.LongestName);
        var advertisement = faults.Advertisement(Advertisement);
        faults.Require("timeZone", TimeZone is null || TimeZoneNames.TryFind(TimeZone, out _), FaultText.MustBe("timeZone", "the name of a time zone in the IANA database, in its own spelling, such as Asia/Shanghai"));
        if (faults.Any)
        {
            return new StoreProfile(name);
        }

        var profile = new StoreProfile(name) { Advertisement = advertisement, IsOpen = IsOpen ?? true, Denied = (Denied ?? []).Aggregate(Operations.None, (all, one) => all | one) };
        return TimeZone is null ? profile : profile with { TimeZone = TimeZone };
    }
}
