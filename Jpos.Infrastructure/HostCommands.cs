using System.Globalization;
using Jpos.Infrastructure.Persistence;
using Jpos.Infrastructure.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure;

/// <summary>What an operator does from the command line instead of running the host.</summary>
public static class HostCommands
{
    public const string NewHostKey = "new-host-key";
    public const string Rewrap = "rewrap";
    public const string LoadTerminalKey = "load-terminal-key";
    public const string Expire = "expire";
    public const string Migrate = "migrate";
    public const string Verify = "verify";
    public const string Backup = "backup";

    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>The words are a command, or look like one, and the host is not to run: settings begin with a hyphen or have an equals sign.</summary>
    public static bool IsCommand(string[] arguments) =>
        (arguments is [var first, ..] && !IsSetting(first))
        || arguments.Any(word => word is NewHostKey or Rewrap or LoadTerminalKey or Expire or Migrate or Verify or Backup);

    /// <summary>Those of the words that are settings: what is left is a command and what it is about. A file's path is no setting, though one that begins with a slash could be taken for its name.</summary>
    public static string[] Settings(string[] arguments) => [.. Split(arguments).Settings];

    /// <summary>Does what the first word says.</summary>
    /// <param name="host">The host, not started.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">Where components of keys are read from.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="cancellation">Gives up.</param>
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
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Version {services.GetRequiredService<IKeyVault>().MakeHostKey()} of the host key was made. Restart every host that shares its database."));
                    return Done;
                case [Expire]:
                    await host.PrepareJposDatabase(cancellation);
                    var accounts = await host.ExpireJposPoints(cancellation);
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Expired points were taken from {accounts} accounts."));
                    return Done;
                case [Rewrap]:
                    await host.PrepareJposDatabase(cancellation);
                    var (keys, left) = await services.GetRequiredService<Rewrapping>().Run(cancellation);
                    await output.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{keys} keys were put under version {services.GetRequiredService<IKeyVault>().CurrentVersion} of the host key; {(left == 0 ? "no other version is needed any more" : $"{left} did not open, see the log")}."));
                    return left == 0 ? Done : Failed;
                case [LoadTerminalKey, var terminal]:
                    await host.PrepareJposDatabase(cancellation);
                    return await ActivatorUtilities.CreateInstance<TerminalKeyLoading>(services).Run(terminal, input, output, cancellation) ? Done : Failed;
                case [Migrate]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Migrate(cancellation) ? Done : Failed;
                case [Verify]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Verify(cancellation) ? Done : Failed;
                case [Backup, var file]:
                    return await ActivatorUtilities.CreateInstance<DatabaseCommands>(services, output).Backup(file, cancellation);
            }
        }

        await output.WriteLineAsync(
            $"The commands are {NewHostKey}, {Rewrap}, {LoadTerminalKey} TERMINAL, {Expire}, {Migrate}, {Verify}, {Backup} FILE; a command is the first word, and settings may follow. Without one the host runs.");
        return Misused;
    }

    private static bool IsSetting(string word) => word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal);

    /// <summary>A setting that begins with a hyphen and has no equals sign has its value in the next word.</summary>
    private static (List<string> Words, List<string> Settings) Split(string[] arguments)
    {
        var (words, settings) = (new List<string>(), new List<string>());
        var isValue = false;
        foreach (var argument in arguments)
        {
            var isSetting = isValue || IsSetting(argument);
            (isSetting ? settings : words).Add(argument);
            isValue = !isValue && argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal);
        }

        return (words, settings);
    }
}
