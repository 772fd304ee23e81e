using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Jpos.Api;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Startup;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd;

/// <summary>A host that does not start says why in one line, and its exit code tells a wrong setting from anything else.</summary>
internal sealed class StartFailureTests
{
    [TestCase("Jpos__Protocol__Detial", "true", 2, "Jpos:Protocol:Detial is not a setting. Did you mean Jpos:Protocol:Detail?")]
    [TestCase("ConnectionStrings__Jpso", "Data Source=other.db", 2, "ConnectionStrings:Jpso is not a setting. Did you mean ConnectionStrings:Jpos?")]
    [TestCase("Jpso__Demo", "false", 2, "Jpso:Demo is not a setting. Did you mean Jpos:Demo?")]
    [TestCase("Jpos__Limits__MostRefusedOfAddress", "-1", 2, "Allowed: a whole number, 0 or more.")]
    [TestCase("ConnectionStrings__Jpos", "no connection string", 2, "ConnectionStrings:Jpos is not a connection string")]
    public async Task A_wrong_setting_is_one_line_and_exit_code_2(string name, string value, int code, string said)
    {
        var (ended, lines, _) = await Run([], (name, value));
        Assert.That(ended, Is.EqualTo(code), string.Join('\n', lines));
        Assert.That(lines, Has.Length.EqualTo(1));
        Assert.That(lines[0], Does.StartWith($"jpos {ProductVersion.Text} did not start: ").And.Contains(said));
    }

    [TestCase("PostgreSql", "Host=127.0.0.1;Port=1;Database=jpos;Username=jpos;Maximum Pool Size=18", "Maximum Pool Size")]
    [TestCase("SqlServer", "Server=127.0.0.1,1;Database=jpos;User ID=jpos;Password=none;Max Pool Size=18", "Max Pool Size")]
    public async Task A_connection_pool_smaller_than_the_connection_budget_is_one_line_and_exit_code_2(string engine, string connection, string setting)
    {
        var (ended, lines, _) = await Run([], ("Jpos__Database__Provider", engine), ("ConnectionStrings__Jpos", connection));
        Assert.That((ended, lines.Length), Is.EqualTo((2, 1)), string.Join('\n', lines));
        Assert.That(lines[0], Does.Contain($"ConnectionStrings:Jpos allows 18 connections ({setting}), but the host needs at least 19, 4 of them for the back office. Raise {setting} or lower Jpos:BackOffice:MostAtOnce."));
    }

    [TestCase("--Jpso:Demo=false", "Jpso is not a setting. Did you mean Jpos?")]
    [TestCase("--ConnectionString:Jpos=Data Source=other.db", "ConnectionString is not a setting. Did you mean ConnectionStrings?")]
    [TestCase("--url=http://127.0.0.1:0", "url is not a setting. Did you mean Urls?")]
    [TestCase("--Unheard=of", "Unheard is not a setting. See docs/settings.md.")]
    public async Task A_misspelt_word_of_the_command_line_is_one_line_and_exit_code_2(string word, string said)
    {
        var (ended, lines, _) = await Run([word]);
        Assert.That((ended, lines.Length), Is.EqualTo((2, 1)), string.Join('\n', lines));
        Assert.That(lines[0], Does.EndWith(said).Or.Contain(said));
    }

    [TestCase]
    [TestCase("verify")]
    [TestCase("migrate")]
    public async Task A_database_of_another_build_is_one_line_and_exit_code_2(params string[] command)
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE __EFMigrationsHistory SET MigrationId = '20261130000000_Initial'");
        }

        var (ended, lines, _) = await Run(command, ("ConnectionStrings__Jpos", database.ConnectionString));
        Assert.That((ended, lines.Length), Is.EqualTo((2, 1)), string.Join('\n', lines));
        Assert.That(lines[0], Does.Contain("Another build created the schema of the database").And.Contains("Run the build that created the schema"));
    }

    [Test]
    public async Task An_address_in_use_is_one_line_and_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var (ended, lines, logged) = await Run([], ("ASPNETCORE_URLS", address));
        Assert.That((ended, lines.Length), Is.EqualTo((1, 1)), string.Join('\n', lines));
        Assert.That(lines[0], Does.Contain(address).And.Contains("in use"));
        Assert.That(logged, Does.Not.Contain("   at ").And.Not.Contains("ERROR").And.Not.Contains("FATAL"), "no stack trace of work that was broken off");
    }

    [TestCase("--version")]
    [TestCase("--help")]
    public async Task Help_and_version_print_and_end(string word)
    {
        var (ended, lines, _) = await Run([word], ("ConnectionStrings__Jpos", "not looked at"));
        Assert.That((ended, lines), Is.EqualTo((0, Array.Empty<string>())));
    }

    [TestCase("version")]
    [TestCase("--version")]
    [TestCase("help")]
    [TestCase("-h")]
    [TestCase("--help")]
    public void The_first_line_names_the_version(string word)
    {
        using var output = new StringWriter();
        Assert.That(HostCommands.TryAnswer([word], output), Is.True);
        Assert.That(output.ToString(), Does.StartWith($"jpos {ProductVersion.Text}"));
    }

    [Test]
    public void Only_a_foreseen_failure_has_no_stack_trace()
    {
        var own = Assert.Catch(() => HostKeyOfNobody())!;
        Assert.That(StartFailures.IsForeseen(new ValidationException("x")), Is.True);
        Assert.That(StartFailures.IsForeseen(new IOException("in use", new SocketException())), Is.True);
        Assert.That(StartFailures.IsForeseen(new InvalidOperationException("transient", new SocketException())), Is.True);
        Assert.That(StartFailures.IsForeseen(new InvalidOperationException("No service for type")), Is.False);
        Assert.That(StartFailures.IsForeseen(new KeyNotFoundException()), Is.False);
        Assert.That(StartFailures.IsForeseen(own), Is.True);
    }

    private static void HostKeyOfNobody() => throw new InvalidOperationException("The host key is another one.") { Source = "Jpos.Infrastructure" };

    /// <summary>Runs the host until it ends, and returns what it wrote to stderr and to the log.</summary>
    private static async Task<(int Code, string[] Lines, string Logged)> Run(string[] arguments, params (string Name, string Value)[] settings)
    {
        using var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(typeof(Program).Assembly.Location),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        HostProcess.Prepare(start, folder);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries), await output);
    }
}
