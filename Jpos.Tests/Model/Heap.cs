namespace Jpos.Tests.Model;

/// <summary>Points that came together; or, without a date, what the card owes.</summary>
internal sealed class Heap(DateOnly? until, Period? waitsFor, decimal has)
{
    public DateOnly? Until { get; } = until;

    public Period? WaitsFor { get; } = waitsFor;

    public decimal Has { get; set; } = has;

    /// <summary>The month of a gift; null for other points.</summary>
    public (int Year, int Month)? Given { get; init; }

    /// <summary>It was a large gift, which stays alone.</summary>
    public bool WasHeld { get; init; }

    /// <summary>A large gift on which nobody has decided.</summary>
    public bool IsHeld { get; set; }
}
