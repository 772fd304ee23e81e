using Jpos.Domain;
using Jpos.Domain.Stores;

namespace Jpos.Api.BackOffice.Stores;

/// <summary>The fields of a store.</summary>
public record StoreInput
{
    /// <summary>The store's name on receipts: 1 to 100 letters.</summary>
    [Mandatory]
    public string? Name { get; init; }

    /// <summary>The text for members on receipts: at most 999 bytes in GB2312; empty if omitted.</summary>
    public string? Advertisement { get; init; }

    /// <summary>Whether the store's terminals may send messages; true if omitted.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>The IANA name of the store's time zone, which decides its business days; Asia/Shanghai if omitted.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The operations that are not allowed in this store; none if omitted.</summary>
    public IReadOnlyList<Operations>? DeniedOperations { get; init; }

    internal StoreProfile Read(FieldReader fields)
    {
        var name = fields.Text("name", Name, StoreProfile.LongestName);
        var advertisement = fields.Advertisement(Advertisement);
        fields.Check("timeZone", TimeZone is null || TimeZoneNames.TryFind(TimeZone, out _), FieldErrorText.MustBe("timeZone", "the name of an IANA time zone in its exact spelling, such as Asia/Shanghai"));
        if (fields.HasErrors)
        {
            return new StoreProfile(name);
        }

        var profile = new StoreProfile(name) { Advertisement = advertisement, IsOpen = IsOpen ?? true, DeniedOperations = (DeniedOperations ?? []).Aggregate(Operations.None, (all, one) => all | one) };
        return TimeZone is null ? profile : profile with { TimeZone = TimeZone };
    }
}
