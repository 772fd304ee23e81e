namespace Jpos.Api.Protocol;

/// <summary>Settings <c>Jpos:Protocol</c>, as far as they shape answers.</summary>
internal sealed class ProtocolOptions
{
    /// <summary>The unit of times in answers (protocol §1).</summary>
    public TimeUnit TimeUnit { get; init; } = TimeUnit.Seconds;

    /// <summary>A decline says in English what is wrong.</summary>
    public bool Detail { get; init; } = true;
}

internal enum TimeUnit
{
    /// <summary>Unix seconds.</summary>
    Seconds,

    /// <summary>Unix milliseconds, as the samples of the interface document have them.</summary>
    Milliseconds,
}
