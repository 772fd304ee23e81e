namespace Jpos.Domain;

/// <summary>
/// An amount of yuan, exact to a fen. <c>default</c> is zero. Arithmetic is checked (<see href="docs/protocol.md#1-transport">protocol §1</see>).
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    /// <summary>The amount in fen, hundredths of a yuan. The database stores this number.</summary>
    public long Fen { get; }

    public static Money Zero => default;

    public static Money FromFen(long fen) => new(fen);

    public static Money Of(decimal yuan) => new(Hundredth.Exactly(yuan));

    public bool IsZero => Fen == 0;

    /// <summary>Returns the amount in yuan with as few decimal places as it needs: 10, 0.5, 0.25.</summary>
    public decimal ToDecimal() => Hundredth.ToDecimal(Fen);

    public static Money operator +(Money left, Money right) => new(left.Fen + right.Fen);

    public static Money operator -(Money left, Money right) => new(left.Fen - right.Fen);

    public static Money operator *(Money money, int times) => new(money.Fen * times);

    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    public override string ToString() => ToDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
