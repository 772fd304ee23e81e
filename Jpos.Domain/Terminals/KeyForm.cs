namespace Jpos.Domain.Terminals;

/// <summary>The cipher of a terminal's keys, PIN blocks and MACs (protocol §9).</summary>
public enum KeyForm
{
    TripleDes = 0,
    Des = 1,
    Aes128 = 2,
    Sm4 = 3,
}
