using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>
/// docs/production.md, followed from top to bottom in a folder that stands for the root of a server, with a PostgreSQL of its own.
/// Programs that would change the machine are replaced: users and packages are not made, and systemctl starts and stops the host of the page's unit.
/// </summary>
internal sealed partial class ProductionPageTests
{
    private const string Next = "0.3.0";

    /// <summary>What a server has besides the page: programs that act on the folder and on the processes of this test only.</summary>
    private const string Server = """
        set -eu
        cd "$ROOT/work"
        make() { mkdir -p "$ROOT/$(dirname "$1")"; cat > "$ROOT/$1"; }
        program() { make "programs/$1"; chmod 755 "$ROOT/programs/$1"; }
        for name in apt-get useradd chown journalctl; do printf '#!/bin/sh\n' | program $name; done
        # Without owners, which do not exist here.
        program install <<'END'
        #!/bin/bash
        words=()
        while [ $# -gt 0 ]; do
          case $1 in -o | -g) shift ;; *) words+=("$1") ;; esac
          shift
        done
        exec /usr/bin/install "${words[@]}"
        END
        # The server of this test believes each user.
        program runuser <<'END'
        #!/bin/sh
        export PGUSER=$2
        shift 3
        exec "$@"
        END
        program systemctl <<'END'
        #!/bin/bash
        units=$ROOT/etc/systemd/system
        value() { sed -n "s/^$1=//p" "$units/$2.service"; }
        case "$*" in
          'enable --now jpos' | 'start jpos')
            cd "$(value WorkingDirectory jpos)"
            set -a
            . "$(value EnvironmentFile jpos)"
            set +a
            PGUSER=$(value User jpos) nohup "$(value ExecStart jpos)" > "$ROOT/journal" 2>&1 &
            echo $! > "$ROOT/pid"
            for second in $(seq 120); do
              curl -sf "http://$LOCAL/health/ready" > "$ROOT/ready" && exit 0
              [ -e "/proc/$(cat "$ROOT/pid")/exe" ] || break
              sleep 0.5
            done
            cat "$ROOT/journal" >&2
            exit 1
            ;;
          'stop jpos')
            kill -TERM "$(cat "$ROOT/pid")"
            while [ -e "/proc/$(cat "$ROOT/pid")/exe" ]; do sleep 0.1; done
            rm "$ROOT/pid"
            ;;
          'start jpos-backup') exec "$(value ExecStart jpos-backup)" ;;
          'enable --now jpos-backup.timer') grep -q OnCalendar= "$units/jpos-backup.timer" ;;
          daemon-reload | 'status jpos') ;;
          *) echo "systemctl $*" >&2; exit 1 ;;
        esac
        END
        publish() {
          mkdir "jpos-$1"
          printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$HOST_PROGRAM" > "jpos-$1/Jpos.Api"
          chmod 755 "jpos-$1/Jpos.Api"
          tar czf "jpos-$1.tar.gz" "jpos-$1"
        }

        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>How the checks begin that can be made here.</summary>
    private static readonly string[] Checks = ["curl -s http://127.0.0.1", "curl -s -o", "jpos verify", "stat "];

    [Test]
    public async Task A_reader_who_follows_the_page_has_a_host_that_is_backed_up_and_upgraded()
    {
        if (PostgresCluster.Missing is { } missing)
        {
            Assert.Ignore(missing);
        }

        var page = await File.ReadAllTextAsync(RepositoryFile.PathOf("docs/production.md"));
        using var folder = new TemporaryFolder();
        using var cluster = new PostgresCluster("-c fsync=off");
        var (local, tls) = (FreePort(), FreePort());
        foreach (var inner in (string[])["work", "etc/systemd/system", "usr/local/sbin", "var", "opt"])
        {
            Directory.CreateDirectory(folder.File(inner));
        }

        string InSandbox(string text) => Folders().Replace(text.Replace("/var/run/postgresql", cluster.Folder, StringComparison.Ordinal), $"{folder.Path}/$1/")
            .Replace("127.0.0.1:5080", $"127.0.0.1:{local}", StringComparison.Ordinal).Replace("0.0.0.0:8443", $"127.0.0.1:{tls}", StringComparison.Ordinal);

        var script = new StringBuilder(Server).Append(CultureInfo.InvariantCulture, $"publish {ProductVersion.Text}\npublish {Next}\n");
        foreach (Match block in Block().Matches(page))
        {
            var (file, text) = (block.Groups["file"].Value, InSandbox(block.Groups["text"].Value));
            if (file.Length > 0)
            {
                script.Append(CultureInfo.InvariantCulture, $"cat > {InSandbox(file)} <<'END_OF_FILE'\n{text}END_OF_FILE\n");
            }
            else if (!text.StartsWith("dotnet publish", StringComparison.Ordinal))
            {
                script.Append(text);
            }

            if (text.Contains("systemctl enable --now jpos\n", StringComparison.Ordinal))
            {
                foreach (Match check in Check().Matches(page).Where(check => Checks.Any(line => check.Groups["command"].Value.StartsWith(line, StringComparison.Ordinal))))
                {
                    var (what, command, expected) = (check.Groups["what"].Value, InSandbox(check.Groups["command"].Value), check.Groups["expected"].Value);
                    script.Append(CultureInfo.InvariantCulture, $"said=$({command})\n[ \"$(tail -n 1 <<< \"$said\")\" = '{expected}' ] || {{ echo \"{what}: $said\"; exit 1; }}\n");
                }

                script.Append(CultureInfo.InvariantCulture, $"curl -sf --cacert ca.pem --resolve jpos.example.org:{tls}:127.0.0.1 https://jpos.example.org:{tls}/health\n");
            }
        }

        var (code, said) = await Run(folder, cluster, $"127.0.0.1:{local}", script.Append("systemctl stop jpos\n").ToString());
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("Created an API key for Head office with the role administrator").And.Contain("No discrepancies."));
    }

    private static async Task<(int Code, string Said)> Run(TemporaryFolder folder, PostgresCluster cluster, string local, string script)
    {
        var file = folder.File("page.sh");
        await File.WriteAllTextAsync(file, script);
        var start = new ProcessStartInfo("bash", ["-c", "bash \"$0\" 2>&1; code=$?; [ ! -e \"$ROOT/pid\" ] || kill -KILL \"$(cat \"$ROOT/pid\")\"; exit $code", file]) { RedirectStandardOutput = true };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment["ROOT"] = folder.Path;
        start.Environment["LOCAL"] = local;
        start.Environment["HOST_PROGRAM"] = typeof(Program).Assembly.Location;
        start.Environment["PGHOST"] = cluster.Folder;
        start.Environment["PATH"] = $"{folder.File("programs")}:{folder.File("usr/local/sbin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TMPDIR"] = folder.Path;
        using var shell = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await shell.StandardOutput.ReadToEndAsync(patience.Token);
        await shell.WaitForExitAsync(patience.Token);
        return (shell.ExitCode, said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("(?:^Create `(?<file>/[^`]+)`:\n\n)?(?:^<!--[^\n]*-->\n)?^```(?:sh|ini)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\| (?<what>[^|]+) \| `(?<command>[^|]+)` \| `?(?<expected>[^|`]+)`? \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Check();

    [GeneratedRegex(@"(?<![\w.}])/(opt|etc|var|usr/local)/")]
    private static partial Regex Folders();
}
