using System.Security.Cryptography;
using System.Text;

namespace Jpos.Infrastructure.Security;

/// <summary>
/// The key that everything else at rest hangs on: 32 random bytes in a file that only the host's user can read. Each use has a key of its own, derived from it (HKDF, RFC 5869).
/// </summary>
internal sealed class HostKey
{
    private const int Length = 32;

    private readonly byte[] key;

    private HostKey(byte[] key) => this.key = key;

    public byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.ASCII.GetBytes(use));

    /// <param name="path">The key file: 64 hexadecimal digits.</param>
    /// <param name="mayMake">A file that is missing is made; otherwise that is an error.</param>
    /// <exception cref="InvalidOperationException">The file is missing or holds no key.</exception>
    public static HostKey Load(string path, bool mayMake)
    {
        if (!File.Exists(path) && mayMake)
        {
            PrivateFolder.Make(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.WriteLine(Convert.ToHexString(RandomNumberGenerator.GetBytes(Length)));
        }

        var text = File.Exists(path)
            ? File.ReadAllText(path).Trim()
            : throw new InvalidOperationException("Jpos:Security:HostKeyFile names no file; outside Development the host does not make its key itself.");
        return text.Length == 2 * Length && text.All(char.IsAsciiHexDigit)
            ? new HostKey(Convert.FromHexString(text))
            : throw new InvalidOperationException("The file that Jpos:Security:HostKeyFile names does not hold 64 hexadecimal digits.");
    }
}
