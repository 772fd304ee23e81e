namespace Jpos.Domain.Programmes;

/// <summary>Which way what is left over goes.</summary>
public enum Rounding
{
    /// <summary>For the programme.</summary>
    Down = 0,

    /// <summary>To the nearer one, halves up.</summary>
    Nearest = 1,
}
