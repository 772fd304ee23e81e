using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net.Sockets;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;
using NLog;

namespace Jpos.Api;

/// <summary>Reports why a host does not start, by one line on stderr and an exit code. For an unexpected failure, the log has the stack trace too.</summary>
internal static class StartFailures
{
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Reports unhandled failures until the host has started.</summary>
    public static void Tell() => AppDomain.CurrentDomain.UnhandledException += End;

    /// <summary>Marks the end of the start; later failures are not reported here.</summary>
    public static void HostStarted() => AppDomain.CurrentDomain.UnhandledException -= End;

    /// <summary>Returns the line.</summary>
    public static string LineOf(Exception failure) =>
        $"jpos {ProductVersion.Text} did not start: {string.Join(' ', failure.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}";

    /// <summary>Returns 2 for a wrong setting, else 1.</summary>
    public static int CodeOf(Exception failure) => failure is ValidationException or OptionsValidationException ? Misused : Failed;

    /// <summary>Returns whether one line is sufficient. That is so for a wrong setting, an external cause, and a refusal with the host's own text. Anything else is a bug.</summary>
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
