namespace Jpos.Api.TerminalProtocol.Messages;

internal enum TimeUnit
{
    /// <summary>Unix seconds.</summary>
    Seconds,

    /// <summary>Unix milliseconds, as the samples of the interface document have them.</summary>
    Milliseconds,
}
