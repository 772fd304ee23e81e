namespace Jpos.Domain;

/// <summary>The level of a member, by which points are earned; the values are those of the wire (interface document, name dictionary).</summary>
public enum Grade
{
    Green = 0,
    Gold = 1,
    Platinum = 2,
    Diamond = 3,
}
