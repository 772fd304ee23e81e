namespace Jpos.Tests.Hosting;

/// <summary>What the host of a test keeps its data in. The names are those of the setting <c>Jpos:Database:Provider</c>.</summary>
internal enum Engine
{
    /// <summary>Writers take turns.</summary>
    Sqlite,

    /// <summary>Writers meet at the rows that they lock.</summary>
    PostgreSql,

    /// <summary>The same, on a server that the run is told of.</summary>
    SqlServer,
}
