namespace Jpos.Domain.Keys;

/// <summary>The cipher of a terminal's keys, PIN blocks and MACs (protocol §9).</summary>
public enum KeyAlgorithm
{
    TripleDes = 0,
    Des = 1,
    Aes128 = 2,
    Sm4 = 3,
}
