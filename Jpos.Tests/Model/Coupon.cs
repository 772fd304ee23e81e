namespace Jpos.Tests.Model;

internal sealed class Coupon(long id, string type, decimal face, int left, DateOnly until)
{
    public long Id { get; } = id;

    public string Type { get; } = type;

    public decimal Face { get; } = face;

    public DateOnly Until { get; } = until;

    public int Left { get; set; } = left;
}
