using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jpos.Api.Transport;

/// <summary>
/// The client certificates of the settings. Each is trusted by its fingerprint alone: it may be self-signed, and it is valid until the settings no longer list it.
/// </summary>
internal sealed class PinnedCertificates
{
    private readonly FrozenDictionary<string, FrozenSet<TerminalNumber>?> terminals;

    /// <exception cref="ValidationException">A fingerprint or a terminal's number is malformed, or a certificate is listed twice.</exception>
    public PinnedCertificates(IReadOnlyDictionary<string, ClientCertificate> settings)
    {
        var listed = new Dictionary<string, FrozenSet<TerminalNumber>?>();
        foreach (var (name, certificate) in settings)
        {
            if (!listed.TryAdd(Fingerprint(name, certificate), certificate.Terminals?.Select(terminal => Number(name, terminal)).ToFrozenSet()))
            {
                throw new ValidationException($"Jpos:Transport:ClientCertificates:{name}:Sha256 is also listed under another name. List each certificate once.");
            }
        }

        terminals = listed.ToFrozenDictionary();
    }

    /// <summary>Whether every message needs one of the certificates.</summary>
    public bool AreRequired => terminals.Count > 0;

    public bool Contains(X509Certificate2 certificate) => terminals.ContainsKey(Fingerprint(certificate));

    /// <summary>Returns why a message is refused; null if it is accepted.</summary>
    /// <param name="certificate">The certificate of its connection.</param>
    /// <param name="terminal">The terminal of the message.</param>
    public string? FaultOf(X509Certificate2? certificate, TerminalNumber terminal)
    {
        if (!AreRequired)
        {
            return null;
        }

        if (certificate is null || !terminals.TryGetValue(Fingerprint(certificate), out var own))
        {
            return "The connection has no client certificate that this host knows.";
        }

        return own?.Contains(terminal) is false ? "The client certificate of the connection does not belong to this terminalNo." : null;
    }

    private static string Fingerprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    private static string Fingerprint(string name, ClientCertificate certificate)
    {
        var digits = certificate.Sha256.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length == SHA256.HashSizeInBytes * 2 && digits.All(char.IsAsciiHexDigit)
            ? digits
            : throw new ValidationException($"Jpos:Transport:ClientCertificates:{name}:Sha256 has an invalid value. Allowed: a SHA-256 fingerprint of 64 hexadecimal digits.");
    }

    private static TerminalNumber Number(string name, string terminal) => TerminalNumber.TryParse(terminal, out var number)
        ? number
        : throw new ValidationException($"Jpos:Transport:ClientCertificates:{name}:Terminals: each must be {FieldErrorText.FormOf(typeof(TerminalNumber))}.");
}
