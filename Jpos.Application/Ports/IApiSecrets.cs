namespace Jpos.Application.Ports;

/// <summary>Makes the secrets of API keys.</summary>
public interface IApiSecrets
{
    /// <summary>A new key: what it is found by, the whole of it, and the hash that is kept of it.</summary>
    (string Id, string Key, byte[] Hash) Make();

    /// <summary>Takes a key apart.</summary>
    /// <returns>Null if it does not look like one.</returns>
    (string Id, byte[] Hash)? Read(string key);
}
