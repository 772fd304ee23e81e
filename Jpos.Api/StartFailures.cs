using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure;
using Microsoft.Extensions.Options;

namespace Jpos.Api;

/// <summary>Tells why a host does not start: one line on stderr and an exit code, without a stack trace.</summary>
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

    private static void End(object sender, UnhandledExceptionEventArgs raised)
    {
        var failure = (Exception)raised.ExceptionObject;
        Console.Error.WriteLine(LineOf(failure));
        Environment.Exit(CodeOf(failure));
    }
}
