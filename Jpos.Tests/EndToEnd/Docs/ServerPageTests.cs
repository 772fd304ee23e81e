using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Jpos.Tests.Docs;
using Jpos.Tests.Hosting;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>
/// docs/production.md, from the first command to the last, on a server of PostgreSQL of its own. What it writes to the system is written below a temporary folder, and programs that would change users, packages and services of the machine are replaced by small ones.
/// </summary>
internal sealed partial class ServerPageTests
{
    private const string Name = "docs/production.md";

    // Owners need root and the user jpos.
    private const string Install = """
        arguments=()
        while [ $# -gt 0 ]; do
          case $1 in -o|-g) shift ;; *) arguments+=("$1") ;; esac
          shift
        done
        exec /usr/bin/install "${arguments[@]}"
        """;

    // The user of the system is that of the database, as with peer authentication.
    private const string RunUser = """
        export PGUSER=$2 PGHOST=$SOCKETS
        shift 3
        exec "$@"
        """;

    // A process that has ended and was not waited for has no program in /proc.
    // Starts and stops what a unit describes; the program of a timer's service must be there.
    private const string SystemCtl = """
        verb=$1; shift
        [ "${1:-}" != --now ] || shift
        units=$ROOT/etc/systemd/system
        lives() { [ -n "$(readlink "/proc/$1/exe")" ]; }
        of() { sed -n "s/^$1=//p" "$2"; }
        case "$verb ${1:-}" in
          'daemon-reload ') ;;
          enable*.timer) grep -q OnCalendar= "$units/$1"; [ -x "$(of ExecStart "$units/${1%.timer}.service")" ] ;;
          enable*|start*)
            unit=$units/$1.service
            set -a; . "$(of EnvironmentFile "$unit")"; set +a
            cd "$(of WorkingDirectory "$unit")"
            "$(of ExecStart "$unit")" > "$ROOT/journal" 2>&1 &
            echo $! > "$ROOT/process"
            for _ in $(seq 400); do
              lives $! || break
              ! curl -sf "http://$PLAIN/health" > /dev/null || exit 0
              sleep 0.2
            done
            cat "$ROOT/journal"; exit 1 ;;
          stop*)
            process=$(cat "$ROOT/process")
            kill "$process"
            while lives "$process"; do sleep 0.1; done ;;
          status*) lives "$(cat "$ROOT/process")" ;;
        esac
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly (string Program, string Script)[] Programs =
    [
        ("apt-get", ""), ("useradd", ""), ("chown", ""), ("install", Install), ("runuser", RunUser), ("systemctl", SystemCtl), ("journalctl", "cat \"$ROOT/journal\""),
    ];

    [Test]
    public async Task Its_commands_install_run_back_up_and_upgrade_a_host()
    {
        if (!TestLength.IsLong)
        {
            Assert.Ignore("The page takes more than a minute. JPOS_TEST_LONG=1 runs it (docs/testing.md).");
        }

        if (PostgresCluster.Missing is { } reason)
        {
            Assert.Ignore(reason);
        }

        using var folder = new TemporaryFolder();
        using var server = new PostgresCluster("");
        var (plain, secure) = (FreePort(), FreePort());
        await WritePrograms(folder);
        await WriteArchives(folder);

        string Moved(string text) => OfSystem().Replace(text, $"{folder.Path}/$1")
            .Replace("/var/run/postgresql", server.Folder, StringComparison.Ordinal)
            .Replace("0.0.0.0:8443", $"127.0.0.1:{secure}", StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", $"127.0.0.1:{plain}", StringComparison.Ordinal);

        var script = new StringBuilder("set -Eeuo pipefail\ntrap 'echo \"failed: $BASH_COMMAND\" >&2' ERR\n");
        foreach (var sample in MarkdownPage.Of(Name).Samples.Where(sample => sample is { IsSample: true, NotRun: null }))
        {
            script.Append(sample.File is { } file
                ? $"mkdir -p \"$(dirname '{Moved(file)}')\"\ncat > '{Moved(file)}' <<'END OF FILE'\n{Moved(sample.Text)}\nEND OF FILE\n"
                : Moved(sample.Text) + "\n");
            if (sample.Text.Contains("systemctl enable --now jpos\n", StringComparison.Ordinal))
            {
                script.Append(Moved(string.Concat(Checks(secure))));
            }
        }

        var (output, errors, exitCode) = await Run(folder, script.ToString(), ("SOCKETS", server.Folder), ("PLAIN", $"127.0.0.1:{plain}"));
        Assert.That(exitCode, Is.Zero, $"{output}\n{errors}");
        Assert.That(output, Does.Contain("\"status\":\"Healthy\"").And.Match("jpos_[0-9a-f_]+").And.Contain("5 checks"));
    }

    /// <summary>Returns the commands of the page's table of checks that work on the machine itself, each compared with what the table expects, and the check of TLS.</summary>
    private static IEnumerable<string> Checks(int secure)
    {
        var rows = MarkdownPage.Of(Name).Document.Descendants<Table>().SelectMany(table => table.OfType<TableRow>())
            .Select(row => row.OfType<TableCell>().Select(cell => string.Concat(cell.Descendants<ParagraphBlock>().Select(text => Prose.TextOf(text, withCode: true)))).ToList())
            .Where(row => row.Count == 3 && Local().IsMatch(row[1])).ToList();
        return rows.Select(row => $"said=$({row[1]})\n[ \"${{said##*$'\\n'}}\" = '{row[2]}' ] || {{ echo \"{row[0]}: $said\" >&2; exit 1; }}\n")
            .Append($"curl -sSf --cacert ca.pem --resolve jpos.example.org:{secure}:127.0.0.1 https://jpos.example.org:{secure}/health\necho '{rows.Count} checks'\n");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WritePrograms(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("programs"));
        foreach (var (program, script) in Programs)
        {
            await WriteProgram(folder.File($"programs/{program}"), $"#!/bin/bash\nset -e\n{script}\n");
        }
    }

    /// <summary>Writes archives as the page publishes them, of a version and of the next one. The host in them is that of the tests.</summary>
    private static async Task WriteArchives(TemporaryFolder folder)
    {
        var host = typeof(Program).Assembly.Location;
        foreach (var version in MarkdownPage.Of(Name).Samples.SelectMany(sample => Archive().Matches(sample.Text)).Select(archive => archive.Groups["name"].Value).Distinct())
        {
            var published = Directory.CreateDirectory(folder.File(version)).FullName;
            await WriteProgram(Path.Combine(published, "Jpos.Api"), $"#!/bin/sh\nexec dotnet '{host}' \"$@\"\n");
            foreach (var settings in new[] { "appsettings.json", "nlog.config" }.Select(name => Path.Combine(Path.GetDirectoryName(host)!, name)).Where(File.Exists))
            {
                File.Copy(settings, Path.Combine(published, Path.GetFileName(settings)));
            }

            using var tar = Process.Start(new ProcessStartInfo("tar", ["czf", $"{version}.tar.gz", version]) { WorkingDirectory = folder.Path })!;
            await tar.WaitForExitAsync();
        }
    }

    private static async Task WriteProgram(string path, string text)
    {
        await File.WriteAllTextAsync(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static async Task<(string Output, string Errors, int ExitCode)> Run(TemporaryFolder folder, string script, params (string Name, string Value)[] variables)
    {
        await File.WriteAllTextAsync(folder.File("page.sh"), script);
        var start = new ProcessStartInfo("bash", [folder.File("page.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path };
        start.Environment["PATH"] = $"{folder.File("programs")}:{folder.File("usr/local/sbin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["ROOT"] = folder.Path;
        start.Environment["Jpos__DataFolder"] = folder.File("var/lib/jpos");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var errors = shell.StandardError.ReadToEndAsync(patience.Token);
            var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);
            await shell.WaitForExitAsync(patience.Token);
            return (output, await errors, shell.ExitCode);
        }
        finally
        {
            Stop(folder.File("process"));
        }
    }

    /// <summary>Ends the host that the page has started.</summary>
    private static void Stop(string file)
    {
        if (!File.Exists(file))
        {
            return;
        }

        try
        {
            using var host = Process.GetProcessById(int.Parse(File.ReadAllText(file), null));
            host.Kill();
            host.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }

    [GeneratedRegex(@"(?<![\w.-])/((?:opt/jpos|etc/jpos|etc/systemd|var/lib/jpos|var/backups/jpos|usr/local/sbin)\b)")]
    private static partial Regex OfSystem();

    [GeneratedRegex(@"^(curl .*http://127\.0\.0\.1|jpos verify|stat )")]
    private static partial Regex Local();

    [GeneratedRegex(@"tar xzf (?<name>[\w.-]+)\.tar\.gz", RegexOptions.ExplicitCapture)]
    private static partial Regex Archive();
}
