namespace Jpos.Domain.Keys;

/// <summary>The cipher of a terminal's keys, PIN blocks and MACs (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public enum KeyAlgorithm
{
    TripleDes = 0,
    Des = 1,
    Aes128 = 2,
    Sm4 = 3,
}
