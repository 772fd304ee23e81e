namespace Jpos.Domain;

/// <summary>
/// An amount of points, exact to a hundredth; below zero only for a debt. <c>default</c> is zero. Arithmetic is checked (<see href="docs/protocol.md#1-transport">protocol §1</see>, <see href="docs/protocol.md#4-points">§4</see>).
/// </summary>
public readonly record struct Points : IComparable<Points>
{
    private Points(long hundredths) => Hundredths = hundredths;

    /// <summary>The amount in hundredths of a point. The database stores this number.</summary>
    public long Hundredths { get; }

    public static Points Zero => default;

    public static Points FromHundredths(long hundredths) => new(hundredths);

    public static Points Of(decimal points) => new(Hundredth.Exactly(points));

    public bool IsZero => Hundredths == 0;

    /// <summary>Returns the amount with as few decimal places as it needs: 10, 0.5, 0.25.</summary>
    public decimal ToDecimal() => Hundredth.ToDecimal(Hundredths);

    /// <summary>Returns the amount without its sign.</summary>
    public Points Abs() => new(Math.Abs(Hundredths));

    public static Points Min(Points left, Points right) => left < right ? left : right;

    public static Points Max(Points left, Points right) => left > right ? left : right;

    public static Points operator +(Points left, Points right) => new(left.Hundredths + right.Hundredths);

    public static Points operator -(Points left, Points right) => new(left.Hundredths - right.Hundredths);

    public static Points operator -(Points points) => new(-points.Hundredths);

    public static bool operator <(Points left, Points right) => left.Hundredths < right.Hundredths;

    public static bool operator >(Points left, Points right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(Points left, Points right) => left.Hundredths <= right.Hundredths;

    public static bool operator >=(Points left, Points right) => left.Hundredths >= right.Hundredths;

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    public override string ToString() => ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
