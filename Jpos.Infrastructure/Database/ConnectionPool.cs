namespace Jpos.Infrastructure.Database;

/// <summary>The connection pool of the driver.</summary>
/// <param name="Size">The most connections; null if there is no limit.</param>
/// <param name="Setting">The keyword of the connection string that sets the size.</param>
internal sealed record ConnectionPool(int? Size, string Setting)
{
    /// <summary>The pool of an engine without a limit.</summary>
    public static ConnectionPool Unlimited { get; } = new(null, "");
}
