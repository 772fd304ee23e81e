namespace Jpos.Infrastructure.Keys;

/// <summary>Reports that a wrapped key does not open. It names the owner and contains nothing of the key.</summary>
internal sealed class KeyNotOpenedException(string owner, string reason) : Exception($"The key '{owner}' does not open: {reason}");
