using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jpos.Tests.Hosting;

/// <summary>A certificate that nobody vouches for, valid today, for 127.0.0.1 or for whoever has it.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly X509Certificate2 certificate;

    public TestCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    public string Fingerprint => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public KeyValuePair<string, string>[] AsHostCertificate(TemporaryFolder folder)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(folder.File("host.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("host.pem"), key.ExportPkcs8PrivateKeyPem());
        return
        [
            new("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"),
            new("Kestrel:Endpoints:Https:Certificate:Path", folder.File("host.crt")),
            new("Kestrel:Endpoints:Https:Certificate:KeyPath", folder.File("host.pem")),
        ];
    }

    /// <summary>A client that talks to the host of this certificate only, and shows its own if it has one.</summary>
    public HttpClient Client(Uri? address, TestCertificate? own)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == Fingerprint;
        if (own is not null)
        {
            handler.SslOptions.ClientCertificates = [own.certificate];
        }

        return new HttpClient(handler) { BaseAddress = address };
    }

    public void Dispose() => certificate.Dispose();
}
