using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Unit.Security;

/// <summary>Keys at rest under a host key in software (protocol §9).</summary>
internal sealed class SoftwareVaultTests : VaultTests, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SoftwareVaultTests() => Vault = Modules.Vault(folder);

    protected override IKeyVault Vault { get; }

    protected override IKeyVault Other => Modules.Vault(folder, "other.key");

    public void Dispose() => folder.Dispose();

    [Test]
    public void Wrapping_twice_gives_two_texts() => Assert.That(Enumerable.Range(0, 2).Select(_ => Convert.ToHexString(Wrap(KeyAlgorithm.TripleDes))), Is.Unique);

    protected override IKeyVault Without(byte version)
    {
        File.WriteAllLines(folder.File("host.key"), [.. File.ReadLines(folder.File("host.key")).Where(line => !line.StartsWith($"{version}:", StringComparison.Ordinal))]);
        return Modules.Vault(folder);
    }
}
