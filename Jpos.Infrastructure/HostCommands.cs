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

    private const int Misused = 2;

    /// <summary>The words are a command, or look like one, and the host is not to run: settings begin with a hyphen or have an equals sign.</summary>
    public static bool IsCommand(string[] arguments) =>
        (arguments is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal))
        || arguments.Any(word => word is NewHostKey or Rewrap or LoadTerminalKey or Expire);

    /// <summary>Does what the first word says.</summary>
    /// <param name="host">The host, not started.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">Where components of keys are read from.</param>
    /// <param name="output">Where it is told what was done.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunJposCommand(this IHost host, string[] arguments, TextReader input, TextWriter output, CancellationToken cancellation = default)
    {
        switch (arguments)
        {
            case [NewHostKey, ..]:
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Version {host.Services.GetRequiredService<IKeyVault>().MakeHostKey()} of the host key was made. Restart every host that shares its database."));
                return 0;
            case [Expire, ..]:
                await host.PrepareJposDatabase(cancellation);
                var accounts = await host.ExpireJposPoints(cancellation);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Expired points were taken from {accounts} accounts."));
                return 0;
            case [Rewrap, ..]:
                await host.PrepareJposDatabase(cancellation);
                var (keys, left) = await host.Services.GetRequiredService<Rewrapping>().Run(cancellation);
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{keys} keys were put under version {host.Services.GetRequiredService<IKeyVault>().CurrentVersion} of the host key; {(left == 0 ? "no other version is needed any more" : $"{left} did not open, see the log")}."));
                return left == 0 ? 0 : 1;
            case [LoadTerminalKey, var terminal, ..]:
                await host.PrepareJposDatabase(cancellation);
                await using (var scope = host.Services.CreateAsyncScope())
                {
                    return await ActivatorUtilities.CreateInstance<TerminalKeyLoading>(scope.ServiceProvider).Run(terminal, input, output, cancellation) ? 0 : 1;
                }

            default:
                await output.WriteLineAsync($"The commands are {NewHostKey}, {Rewrap}, {LoadTerminalKey} TERMINAL, {Expire}; a command is the first word. Without one the host runs.");
                return Misused;
        }
    }
}
