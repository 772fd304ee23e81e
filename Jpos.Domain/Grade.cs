namespace Jpos.Domain;

/// <summary>The level of a member, which decides the rate of points. The values are those of the wire (interface document, name dictionary).</summary>
public enum Grade
{
    Green = 0,
    Gold = 1,
    Platinum = 2,
    Diamond = 3,
}
