namespace Jpos.Api.TerminalProtocol.Messages;

internal enum TimeUnit
{
    /// <summary>Unix seconds.</summary>
    Seconds,

    /// <summary>Unix milliseconds, as in the samples of the interface document.</summary>
    Milliseconds,
}
