using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jpos.Application.Ports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Org.BouncyCastle.Crypto;

namespace Jpos.Infrastructure.Security;

/// <summary>The security module in software: its keys are derived from the host key and stay in this object.</summary>
internal sealed class SoftwareSecurityModule(HostKey hostKey) : ISecurityModule
{
    private const int SaltLength = 16;

    /// <summary>64 bits are enough: whoever could look for a collision would need the key.</summary>
    private const int ContentHashLength = 8;

    private readonly KeyWrap wrap = new(hostKey.For("jpos key wrap"));
    private readonly byte[] contentKey = hostKey.For("jpos message content");
    private readonly byte[] verifyCodeKey = hostKey.For("jpos verify codes");
    private readonly byte[] pinKey = hostKey.For("jpos pin verification");

    public byte[] WrapMasterKey(TerminalNumber terminal, KeyForm form, ReadOnlySpan<byte> masterKey)
    {
        var length = KeyCipher.Of(form).MasterKeyLength;
        return masterKey.Length == length
            ? wrap.Wrap(masterKey, MasterKeyOf(terminal))
            : throw new ArgumentException($"The master key of this form has {length} bytes.", nameof(masterKey));
    }

    public bool Opens(Terminal terminal)
    {
        try
        {
            CryptographicOperations.ZeroMemory(wrap.Unwrap(terminal.WrappedMasterKey, MasterKeyOf(terminal.Number)));
            return true;
        }
        catch (InvalidCipherTextException)
        {
            return false;
        }
    }

    public NewWorkingKeys MakeWorkingKeys(Terminal terminal)
    {
        var cipher = KeyCipher.Of(terminal.KeyForm);
        var masterKey = wrap.Unwrap(terminal.WrappedMasterKey, MasterKeyOf(terminal.Number));
        var pin = cipher.MakeWorkingKey();
        var mac = cipher.MakeWorkingKey();
        try
        {
            return new NewWorkingKeys(
                cipher.Transport(masterKey, pin, mac),
                wrap.Wrap(pin, $"PIK {terminal.Number}"),
                wrap.Wrap(mac, $"MAK {terminal.Number}"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(masterKey);
            CryptographicOperations.ZeroMemory(pin);
            CryptographicOperations.ZeroMemory(mac);
        }
    }

    public byte[] MakePinVerifier(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        byte[] salted = [.. salt, .. Encoding.ASCII.GetBytes(pin)];
        return [.. salt, .. HMACSHA256.HashData(pinKey, salted)];
    }

    public (string Code, byte[] Hash) MakeVerifyCode()
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return (code, HashVerifyCode(code));
    }

    public byte[] HashVerifyCode(VerifyCodeText code) => HashVerifyCode(code.Value);

    public Fingerprint Fingerprint(MessageContent content) => Domain.Journal.Fingerprint.Of(
        content,
        (field, value) => Convert.ToHexString(HMACSHA256.HashData(contentKey, Encoding.UTF8.GetBytes($"{(int)field}:{value}")).AsSpan(0, ContentHashLength)));

    private byte[] HashVerifyCode(string code) => HMACSHA256.HashData(verifyCodeKey, Encoding.ASCII.GetBytes(code));

    private static string MasterKeyOf(TerminalNumber terminal) => $"TMK {terminal}";
}
