namespace Jpos.Domain;

/// <summary>Adds up points.</summary>
public static class PointsSum
{
    public static Points Sum(this IEnumerable<Points> points) => points.Aggregate(Points.Zero, (sum, next) => sum + next);
}
