using System.Globalization;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Throttling;
using Jpos.Domain.Access;
using Jpos.Domain.Imports;
using Jpos.Domain.Text;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Settings;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Startup;

/// <summary>The commands that an operator runs on the command line.</summary>
public static class HostCommands
{
    public const string NewHostKey = "new-host-key";
    public const string Rewrap = "rewrap";
    public const string LoadTerminalKey = "load-terminal-key";
    public const string Expire = "expire";
    public const string Migrate = "migrate";
    public const string Verify = "verify";
    public const string Backup = "backup";
    public const string NewApiKey = "new-api-key";
    public const string Import = "import";

    /// <summary>An option without a value.</summary>
    private const string DryRun = "--dry-run";
    private const string Charset = "charset";
    private const string Report = "report";

    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Returns whether the arguments are a command, or look like one, so that the host must not run. Settings begin with a hyphen or contain an equals sign.</summary>
    public static bool IsCommand(string[] arguments) =>
        (arguments is [var first, ..] && !IsSetting(first))
        || arguments.Any(word => word is NewHostKey or Rewrap or LoadTerminalKey or Expire or Migrate or Verify or Backup or NewApiKey or Import);

    /// <summary>Returns the arguments that are settings, without the command and its arguments. A file path that begins with a slash is not mistaken for the name of a setting.</summary>
    public static string[] Settings(string[] arguments) => [.. Split(arguments).Settings];

    /// <summary>Runs the command that the first argument names.</summary>
    /// <param name="host">The host, not started.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">The input of key components.</param>
    /// <param name="output">Receives the output of the command.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunJposCommand(this IHost host, string[] arguments, TextReader input, TextWriter output, CancellationToken cancellation = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        if (arguments is [var first, ..] && !IsSetting(first))
        {
            switch (Split(arguments).Words)
            {
                case [NewHostKey]:
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Created version {services.GetRequiredService<IKeyVault>().MakeHostKey()} of the host key. Back it up, then restart every host that uses it."));
                    return Done;
                case [Expire]:
                    await host.OpenJposDatabase(cancellation);
                    var accounts = await host.ExpireJposPoints(cancellation);
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Removed expired points from {accounts} accounts."));
                    return Done;
                case [Rewrap]:
                    await host.OpenJposDatabase(cancellation);
                    var (keys, left) = await services.GetRequiredService<KeyRewrapping>().Run(cancellation);
                    await output.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Rewrapped {keys} keys under version {services.GetRequiredService<IKeyVault>().CurrentVersion} of the host key. {(left == 0 ? "No earlier version is needed any more" : $"{left} keys could not be opened; see the log")}."));
                    return left == 0 ? Done : Failed;
                case [LoadTerminalKey, var terminal]:
                    await host.OpenJposDatabase(cancellation);
                    return await ActivatorUtilities.CreateInstance<TerminalKeyLoading>(services).Run(terminal, input, output, cancellation) ? Done : Failed;
                case [NewApiKey, _, var name] when !FieldRules.IsText(name, ApiKey.LongestName) || string.IsNullOrWhiteSpace(name):
                    await output.WriteLineAsync($"NAME must have 1 to {ApiKey.LongestName} characters, without control or format characters.");
                    return Misused;
                case [NewApiKey, var role, _] when !EnumNames.TryParse<Role>(role, out _):
                    await output.WriteLineAsync($"ROLE must be one of: {string.Join(", ", EnumNames.All<Role>())}.");
                    return Misused;
                case [NewApiKey, var role, var name] when EnumNames.TryParse<Role>(role, out var known):
                    await host.OpenJposDatabase(cancellation);
                    return await MakeApiKey(services.GetRequiredService<IMediator>(), name, known, output, cancellation) ? Done : Failed;
                case [Import, var kind, var file, .. var dry] when EnumNames.TryParse<ImportKind>(kind, out var known) && dry is [] or [DryRun]:
                    var options = new ConfigurationBuilder().AddCommandLine([.. Split(arguments).Options]).Build();
                    await host.OpenJposDatabase(cancellation);

                    // The host that serves terminals is a separate process.
                    services.GetRequiredService<TerminalTraffic>().AssumeOtherHosts();
                    return await ActivatorUtilities.CreateInstance<ImportCommand>(services, output)
                        .Run(known, file, dry is [DryRun], options[Charset], options[Report], cancellation);
                case [Migrate]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Migrate(cancellation) ? Done : Failed;
                case [Verify]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Verify(cancellation) ? Done : Failed;
                case [Backup, var file]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Backup(file, cancellation);
            }
        }

        await output.WriteLineAsync(Usage);
        return Misused;
    }

    /// <summary>Prints the help or the version, which need no host.</summary>
    /// <returns>False if the arguments request neither.</returns>
    public static bool TryAnswer(string[] arguments, TextWriter output)
    {
        var text = arguments switch
        {
            ["--version"] or ["version"] => $"jpos {ProductVersion.Text}",
            ["--help"] or ["-h"] or ["help"] => $"""
                jpos {ProductVersion.Text}: the host of a points, member-card and coupon network.

                {Usage}

                Settings: --Jpos:Name=value, the environment variable Jpos__Name=value, or appsettings.json.
                Commands and settings in detail: docs/commands.md, docs/settings.md.
                """,
            _ => null,
        };
        if (text is not null)
        {
            output.WriteLine(text);
        }

        return text is not null;
    }

    private static string Usage =>
        $"""
        Without a command, the host runs. With a command, it executes the command and ends.
        The command is the first word; settings may follow it.

          {NewApiKey} ROLE NAME              creates an API key and prints it once
          {Import} cards|members|tickets FILE [--{Charset} NAME] [--{Report} FILE] [{DryRun}]
                                             imports a CSV file (docs/bulk.md)
          {Migrate}                            brings the database schema up to date
          {Verify}                             verifies the ledger and prints discrepancies
          {Backup} FILE                        copies a SQLite database while the host runs
          {Expire}                             removes expired points, as the daily job does
          {NewHostKey}                       creates the next version of the host key
          {Rewrap}                             rewraps all keys under the newest host key
          {LoadTerminalKey} TERMINAL         loads a terminal's master key from components
          --help, --version                  print this text, or the version

        ROLE is one of: {string.Join(", ", EnumNames.All<Role>())}.
        """;

    /// <summary>Creates an API key from the command line, such as the first administrator's.</summary>
    private static async Task<bool> MakeApiKey(IMediator mediator, string name, Role role, TextWriter output, CancellationToken cancellation)
    {
        var made = await mediator.Send(new CreateApiKey(name, role, [], null) { Caller = Caller.LocalOperator }, cancellation);
        await output.WriteLineAsync(made.Problem?.Detail ?? $"Created an API key for {name} with the role {role}. It is shown only once:\n{made.View!.Key}");
        return made.Problem is null;
    }

    private static bool IsSetting(string word) => word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal);

    /// <summary>Splits the command line into command words, options and settings. An option or setting that begins with a hyphen and has no equals sign takes its value from the next word.</summary>
    private static (List<string> Words, List<string> Options, List<string> Settings) Split(string[] arguments)
    {
        var (words, options, settings) = (new List<string>(), new List<string>(), new List<string>());
        List<string>? withValue = null;
        foreach (var argument in arguments)
        {
            var kind = withValue ?? (!IsSetting(argument) || argument == DryRun ? words : IsOption(argument) ? options : settings);
            kind.Add(argument);
            withValue = withValue is null && kind != words && argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal) ? kind : null;
        }

        return (words, options, settings);
    }

    private static bool IsOption(string word) => word.TrimStart('-').Split('=')[0] is Charset or Report;
}
