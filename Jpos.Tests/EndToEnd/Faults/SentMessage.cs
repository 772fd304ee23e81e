using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>What a till sent, and what it knows of it.</summary>
/// <param name="kind">The last part of the path.</param>
/// <param name="form">The message, which stays the same however often it is sent.</param>
internal sealed class SentMessage(string kind, Form form)
{
    public const string Consume = "consume";
    public const string Cancel = "cancel";
    public const string ConsumeReversal = "consumeReversal";
    public const string CancelReversal = "cancelReversal";

    public string Kind => kind;

    public Form Form => form;

    public string Path => $"/v1/jpos/trans/{kind}";

    public bool IsReversal => kind is ConsumeReversal or CancelReversal;

    /// <summary>A name for its key.</summary>
    public string Key => $"{form.Fields["terminalNo"]} {form.Fields["traceNo"]}{(IsReversal ? " reversal" : "")}";

    /// <summary>What it was answered in the end, letter for letter; null if the till reversed it instead of asking again.</summary>
    public string? Answer { get; set; }

    /// <summary>Its reversal was answered.</summary>
    public bool IsReversed { get; set; }

    /// <summary>Its cancel was answered, and is not reversed.</summary>
    public bool IsCancelled { get; set; }
}
