using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Jpos.Infrastructure.Files;

namespace Jpos.Infrastructure.Security.Software;

/// <summary>
/// Keeps the host key in a file that only the host's user may read. Each line holds a version, <c>2:</c> and 64 hexadecimal digits; a line without a number is version 1. The highest version wraps new keys, and the others open older ones.
/// </summary>
internal sealed class HostKeyFile
{
    public const int Length = 32;

    private readonly string path;
    private readonly Lock reading = new();
    private volatile SortedDictionary<byte, byte[]> versions = [];

    private HostKeyFile(string path) => this.path = path;

    /// <exception cref="InvalidOperationException">The file is missing.</exception>
    public byte Current => versions.Count > 0 ? versions.Keys.Last() : throw NoFile;

    /// <param name="path">The file.</param>
    /// <param name="mayMake">Whether to create a missing file. Otherwise every operation that needs a key fails, except <see cref="MakeNext"/>.</param>
    /// <exception cref="InvalidOperationException">The file contains no key, or is readable by others.</exception>
    public static HostKeyFile Load(string path, bool mayMake)
    {
        var file = new HostKeyFile(path);
        if (File.Exists(path))
        {
            file.Read();
        }
        else if (mayMake)
        {
            file.MakeNext();
        }

        return file;
    }

    /// <summary>Returns a key for one purpose, derived from a version of the host key (HKDF, RFC 5869). For an unknown version the file is read again, because another host may have created it since.</summary>
    /// <returns>Null if the version does not exist.</returns>
    /// <exception cref="InvalidOperationException">The file is missing.</exception>
    public byte[]? Derive(byte version, string use)
    {
        if (versions.Count > 0 && !versions.ContainsKey(version))
        {
            Read();
        }

        return versions.Count == 0 ? throw NoFile
            : versions.TryGetValue(version, out var key) ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.ASCII.GetBytes(use))
            : null;
    }

    /// <summary>Creates the next version and adds it to the file. The new file replaces the old one atomically once it is on disk.</summary>
    public byte MakeNext()
    {
        lock (reading)
        {
            if (File.Exists(path))
            {
                Read();
            }

            var next = checked((byte)(versions.Count == 0 ? 1 : Current + 1));
            var added = new SortedDictionary<byte, byte[]>(versions) { [next] = RandomNumberGenerator.GetBytes(Length) };
            PrivateFolder.Make(Path.GetDirectoryName(path)!);
            // A concurrent process finds that this name exists and fails, so that no key is lost.
            var beside = $"{path}.new";
            using (var stream = PrivateFile.Make(beside))
            {
                foreach (var (version, key) in added)
                {
                    stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{version}:{Convert.ToHexString(key)}\n")));
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
            versions = added;
            return next;
        }
    }

    private void Read()
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new InvalidOperationException($"The host key file {path} is accessible to other users. Run chmod 600 on it.");
        }

        var read = new SortedDictionary<byte, byte[]>();
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var (number, digits) = line.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? (line[..colon], line[(colon + 1)..]) : ("1", line);
            if (!byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                || digits.Length != 2 * Length
                || !digits.All(char.IsAsciiHexDigit)
                || !read.TryAdd(version, Convert.FromHexString(digits)))
            {
                throw NoKey;
            }
        }

        versions = read.Count > 0 ? read : throw NoKey;
    }

    private InvalidOperationException NoFile =>
        new($"The host key file {path} does not exist. Create it with the command new-host-key, or set Jpos:Security:HostKeyFile to the file of this database.");

    private InvalidOperationException NoKey =>
        new($"The host key file {path} has an invalid line. Each line must have a version number, a colon and 64 hexadecimal digits.");
}
