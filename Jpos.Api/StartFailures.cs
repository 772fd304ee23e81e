using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net.Sockets;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using NLog;

namespace Jpos.Api;

/// <summary>Tells why a host does not start: one line on stderr and an exit code. Of a failure that nobody foresaw, the log has the stack trace too.</summary>
internal static class StartFailures
{
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Tells of failures until the host has started.</summary>
    public static void Tell() => AppDomain.CurrentDomain.UnhandledException += End;

    /// <summary>From here on a failure is no failure of the start.</summary>
    public static void HostStarted() => AppDomain.CurrentDomain.UnhandledException -= End;

    /// <summary>Returns the one line.</summary>
    public static string LineOf(Exception failure) =>
        $"jpos {ProductVersion.Text} did not start: {string.Join(' ', failure.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}";

    /// <summary>Returns 2 for a wrong setting, else 1.</summary>
    public static int CodeOf(Exception failure) => failure is ValidationException or OptionsValidationException ? Misused : Failed;

    /// <summary>Returns whether one line says it all: a wrong setting, something outside the host that is missing or taken, or a refusal in the host's own words. Anything else is a bug.</summary>
    public static bool IsForeseen(Exception failure) =>
        CodeOf(failure) == Misused
        || failure.GetBaseException() is IOException or SocketException or DbException or UnauthorizedAccessException
        || failure is InvalidOperationException { Source: { } source } && source.StartsWith("Jpos.", StringComparison.Ordinal);

    private static void End(object sender, UnhandledExceptionEventArgs raised)
    {
        var failure = (Exception)raised.ExceptionObject;
        Console.Error.WriteLine(LineOf(failure));
        if (!IsForeseen(failure))
        {
            LogManager.GetLogger(nameof(StartFailures)).Fatal(failure, "Host failed to start");
            LogManager.Flush();
        }

        Environment.Exit(CodeOf(failure));
    }
}
