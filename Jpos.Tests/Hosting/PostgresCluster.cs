using System.Diagnostics;
using Npgsql;

namespace Jpos.Tests.Hosting;

/// <summary>
/// A server of PostgreSQL for the tests of one run, with nothing in it, that listens at a socket in a temporary folder only. A shell watches over it: when the run ends, however it ends, the shell stops the server and removes the folder.
/// </summary>
internal sealed class PostgresCluster : IDisposable
{
    // The server does not run as root. What a terminal sends to all its processes must not end the shell before its work is done.
    private const string Watch = """
        trap '' INT TERM HUP
        folder=$1 binaries=$2 settings=$3
        as_owner=
        if [ "$(id -u)" = 0 ]; then
          chown postgres "$folder"
          as_owner="setpriv --reuid=postgres --regid=postgres --clear-groups"
        fi
        export HOME="$folder"
        cd "$folder"
        start() {
          $as_owner "$binaries/pg_ctl" -D data -w -l server.log -o "$settings" start > log 2>&1 && echo ready || cat log server.log
        }
        $as_owner "$binaries/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync > log 2>&1 && start || cat log
        while read -r order; do
          if [ "$order" = kill ]; then
            first=$(head -n 1 data/postmaster.pid)
            kill -STOP "$first"
            all="$(cat "/proc/$first/task/$first/children") $first"
            kill -KILL $all
            for process in $all; do while [ -e "/proc/$process/exe" ]; do sleep 0.01; done; done
            rm -f data/postmaster.pid .s.PGSQL.*
            echo killed
          else
            start
          fi
        done
        $as_owner "$binaries/pg_ctl" -D data -w -m immediate stop > /dev/null 2>&1
        cd / && rm -rf "$folder"
        """;

    private const string Ready = "ready";
    private const string Killed = "killed";

    // Nothing has to outlive the machine, so that nothing waits for the disk. A copy of a database is hundreds of files: they are in memory, if there is enough of it.
    private const string ForTests = "-c fsync=off -c full_page_writes=off -c autovacuum=off";
    private const long EnoughForTests = 4L << 30;

    private static readonly string? Binaries = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => Array.TrueForAll(["initdb", "pg_ctl", "postgres"], program => File.Exists(Path.Combine(folder, program))));

    private static readonly Lazy<PostgresCluster> Running = new(() => new PostgresCluster(ForTests, TemporaryFolder.InMemory(EnoughForTests)));

    private readonly string folder;
    private readonly Process shell;

    /// <param name="own">Settings of the server besides those that keep it to itself.</param>
    /// <param name="place">Where its files are; null for a folder on the disk.</param>
    public PostgresCluster(string own, TemporaryFolder? place = null)
    {
        folder = (place ?? new TemporaryFolder()).Path;
        var settings = $"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=200 {own}";
        shell = new Process
        {
            StartInfo = new ProcessStartInfo("sh", ["-c", Watch, "sh", folder, Binaries!, settings]) { RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        shell.Start();
        Expect(Ready);
    }

    /// <summary>Where its socket is.</summary>
    public string Folder => folder;

    /// <summary>Why there can be no cluster; null if there can.</summary>
    public static string? Missing => Binaries is null ? "PostgreSQL is not installed. Install it (Debian: apt-get install postgresql); its initdb, pg_ctl and postgres are looked for in PATH and in /usr/lib/postgresql." : null;

    /// <summary>The one of this run, started when it is first asked for.</summary>
    public static PostgresCluster Instance => Running.Value;

    /// <summary>To be called when all tests are over.</summary>
    public static void Stop()
    {
        if (Running.IsValueCreated)
        {
            Running.Value.Dispose();
        }
    }

    public string ConnectionString(string database, bool isPooled = true) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "postgres",
        Database = database,
        Pooling = isPooled,

        // Each host of a test has a pool of its own, which is not to be large, nor to outlive it for long.
        MaxPoolSize = 20,
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
    }.ToString();

    /// <summary>Does something to whole databases.</summary>
    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", isPooled: false));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>SIGKILL to the server and all its processes, all at once: nothing of them runs after it.</summary>
    public void Kill() => Order("kill", Killed);

    /// <summary>Starts it again after that; it recovers what was committed.</summary>
    public void Restart() => Order("start", Ready);

    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit();
        shell.Dispose();
    }

    private void Order(string order, string done)
    {
        shell.StandardInput.WriteLine(order);
        shell.StandardInput.Flush();
        Expect(done);
    }

    private void Expect(string done)
    {
        if (shell.StandardOutput.ReadLine() is var said && said != done)
        {
            shell.StandardInput.Close();
            throw new InvalidOperationException($"PostgreSQL is not {done}: {said}\n{shell.StandardOutput.ReadToEnd()}");
        }
    }
}
