namespace Jpos.Api.Transport;

/// <summary>Why the host closed a connection that sent nothing or was one too many.</summary>
internal enum ConnectionEnd
{
    /// <summary>It had sent nothing, and a newer connection took its place.</summary>
    Displaced,

    /// <summary>All connections of its address had sent something.</summary>
    Refused,

    /// <summary>Its first byte did not come in time.</summary>
    Silent,
}
