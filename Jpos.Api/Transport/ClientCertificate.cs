namespace Jpos.Api.Transport;

/// <summary>A client certificate and the terminals that may use it.</summary>
internal sealed class ClientCertificate
{
    /// <summary>The SHA-256 fingerprint, hexadecimal, with or without colons.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The terminals that may use the certificate; null for a gateway, which may send for every terminal.</summary>
    public List<string>? Terminals { get; init; }
}
