namespace Jpos.Api.Transport;

/// <summary>The reason for which the host closed an idle or surplus connection.</summary>
internal enum ConnectionEnd
{
    /// <summary>The connection had sent nothing, and a newer one took its place.</summary>
    Displaced,

    /// <summary>All connections of its address had sent something.</summary>
    Refused,

    /// <summary>The first byte did not arrive in time.</summary>
    Silent,
}
