using Jpos.Domain;
using Jpos.Domain.Stores;

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
    public IReadOnlyList<Operations>? DeniedOperations { get; init; }

    internal StoreProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, StoreProfile.LongestName);
        var advertisement = fields.Advertisement(Advertisement);
        fields.Check("timeZone", TimeZone is null || TimeZoneNames.TryFind(TimeZone, out _), FieldErrorText.MustBe("timeZone", "the name of a time zone in the IANA database, in its own spelling, such as Asia/Shanghai"));
        if (fields.HasErrors)
        {
            return new StoreProfile(name);
        }

        var profile = new StoreProfile(name) { Advertisement = advertisement, IsOpen = IsOpen ?? true, DeniedOperations = (DeniedOperations ?? []).Aggregate(Operations.None, (all, one) => all | one) };
        return TimeZone is null ? profile : profile with { TimeZone = TimeZone };
    }
}
