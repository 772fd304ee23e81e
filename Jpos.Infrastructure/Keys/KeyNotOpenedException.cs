namespace Jpos.Infrastructure.Keys;

/// <summary>A wrapped key does not open. It says whose, and nothing of the key.</summary>
internal sealed class KeyNotOpenedException(string owner, string reason) : Exception($"The key '{owner}' does not open: {reason}");
