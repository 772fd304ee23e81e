namespace Jpos.Application.Ports;

/// <summary>Creates and parses the secrets of API keys.</summary>
public interface IApiSecrets
{
    /// <summary>Creates a new key: its id, its full text, and its hash to store.</summary>
    (string Id, string Key, byte[] Hash) Make();

    /// <summary>Parses a key into its id and hash.</summary>
    /// <returns>Null if the text has not the form of a key.</returns>
    (string Id, byte[] Hash)? Read(string key);
}
