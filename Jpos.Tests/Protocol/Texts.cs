using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>The texts that a host sent, read from its file of JSON lines (protocol §7).</summary>
internal sealed partial class Texts : IDisposable
{
    public const string Setting = "Jpos:Sms:File";

    private readonly TemporaryFolder folder = new();
    private long seen;

    public string File => folder.File("texts.jsonl");

    public void Dispose() => folder.Dispose();

    /// <summary>The setting that has a host write here.</summary>
    public KeyValuePair<string, string> AsSetting() => KeyValuePair.Create(Setting, File);

    /// <summary>All texts so far, each of the three keys of the protocol and no others.</summary>
    public List<Sent> All() => System.IO.File.Exists(File) ? [.. System.IO.File.ReadLines(File).Select(Read)] : [];

    /// <summary>The texts that came since this was last asked for.</summary>
    public List<Sent> New()
    {
        if (!System.IO.File.Exists(File))
        {
            return [];
        }

        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = seen;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        seen = stream.Position;
        return [.. lines.Select(Read)];
    }

    /// <summary>As if none had been sent.</summary>
    public void Forget()
    {
        System.IO.File.Delete(File);
        seen = 0;
    }

    /// <summary>The codes that a mobile got, the first of them first.</summary>
    public List<string> CodesFor(string mobile) => [.. All().Where(sent => sent.Mobile == mobile).Select(sent => sent.Code)];

    /// <summary>Six digits that are not the ones.</summary>
    public static string Wrong(string code) => ((int.Parse(code, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private static Sent Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        Assert.That(json.RootElement.EnumerateObject().Select(key => key.Name), Is.EquivalentTo("mobileNo text sentAt".Split(' ')), line);
        var code = Code().Match(json.RootElement.GetProperty("text").GetString()!);
        Assert.That(code.Success, Is.True, line);
        return new Sent(json.RootElement.GetProperty("mobileNo").GetString()!, code.Value, json.RootElement.GetProperty("sentAt").GetInt64());
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex Code();

    /// <param name="Mobile">To whom.</param>
    /// <param name="Code">The six digits in it.</param>
    /// <param name="At">When, in Unix seconds.</param>
    public sealed record Sent(string Mobile, string Code, long At);
}
