namespace Jpos.Infrastructure.Database;

/// <summary>The driver's pool of connections.</summary>
/// <param name="Size">How many connections it has at most; null if it has no limit.</param>
/// <param name="Setting">The word of the connection string that sets the size.</param>
internal sealed record ConnectionPool(int? Size, string Setting)
{
    /// <summary>The pool of an engine that limits nothing.</summary>
    public static ConnectionPool Unlimited { get; } = new(null, "");
}
