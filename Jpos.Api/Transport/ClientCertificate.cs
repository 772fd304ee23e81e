namespace Jpos.Api.Transport;

/// <summary>A client certificate, and for whom it speaks.</summary>
internal sealed class ClientCertificate
{
    /// <summary>Its SHA-256 fingerprint, hexadecimal, with or without colons.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Terminals that messages over it may name; null for a gateway, which speaks for every terminal.</summary>
    public List<string>? Terminals { get; init; }
}
