namespace Jpos.Domain.Programmes;

/// <summary>The direction of rounding.</summary>
public enum Rounding
{
    /// <summary>Down, in favour of the programme.</summary>
    Down = 0,

    /// <summary>To the nearest value, halves up.</summary>
    Nearest = 1,
}
