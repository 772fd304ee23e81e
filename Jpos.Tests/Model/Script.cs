using CsCheck;

namespace Jpos.Tests.Model;

/// <summary>What there is at the beginning, and what happens then.</summary>
/// <param name="Lots">For each card, points in hundredths and the days that they are still good.</param>
/// <param name="BothSignedOn">The second terminal has signed on too.</param>
/// <param name="Steps">What happens.</param>
internal sealed record Script((int Hundredths, int Days)[][] Lots, bool BothSignedOn, ModelStep[] Steps)
{
    public const int Length = 50;

    private static readonly Gen<(int, int)[]> Some = Gen.Select(Gen.Int[1, 4000], Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Const(3), Gen.Const(6), Gen.Const(12), Gen.Const(700))).Array[1, 4];

    public static readonly Gen<Script> Any =
        from lots in Some.Array[Cast.Cards]
        from both in Gen.Int[0, 3]
        from steps in ModelStep.Any.Array[Length]
        select new Script(lots, both > 0, steps);

    public override string ToString() =>
        $"{string.Join(" and ", Lots.Select(lots => string.Join(' ', lots)))}, {(BothSignedOn ? "both" : "the first")} signed on:\n{string.Join('\n', Steps)}";
}
