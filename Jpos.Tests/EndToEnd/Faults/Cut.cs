namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>When a connection is lost that a commit goes through.</summary>
internal enum Cut
{
    /// <summary>The server never hears of the commit.</summary>
    Before,

    /// <summary>It hears of it, and of the end of the connection.</summary>
    Meanwhile,

    /// <summary>It has committed and said so; the host does not hear it.</summary>
    After,
}
