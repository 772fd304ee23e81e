using CsCheck;

namespace Jpos.Tests.Model;

internal enum Act
{
    Pay,
    PayCash,
    PayWithVouchers,
    Lose,
    Cancel,
    Refund,
    CancelRefund,
    UseTickets,
    Reverse,
    ReverseBefore,
    ReverseDifferently,
    ReverseAsAnother,
    Repeat,
    RepeatDifferently,
    Settle,
    CheckIn,
    Query,
    QueryTickets,
    SendCode,
    SendManyCodes,
    Activate,
    GuessCode,
    WaitForLimit,
    PassMinutes,
    PassDays,
    DecideGift,
}

/// <summary>Something that happens. The numbers choose what it happens to.</summary>
internal readonly record struct Step(Act Act, int Terminal, int Card, int Choice, int Fen, int Variant)
{
    public override string ToString() => $"{Act} terminal {Terminal} card {Card} {Choice} {Fen} {Variant}";

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (5, Gen.Const(Act.Pay)),
        (5, Gen.Const(Act.PayCash)),
        (3, Gen.Const(Act.PayWithVouchers)),
        (1, Gen.Const(Act.Lose)),
        (6, Gen.Const(Act.Cancel)),
        (5, Gen.Const(Act.Refund)),
        (4, Gen.Const(Act.CancelRefund)),
        (2, Gen.Const(Act.UseTickets)),
        (8, Gen.Const(Act.Reverse)),
        (1, Gen.Const(Act.ReverseBefore)),
        (1, Gen.Const(Act.ReverseDifferently)),
        (1, Gen.Const(Act.ReverseAsAnother)),
        (3, Gen.Const(Act.Repeat)),
        (1, Gen.Const(Act.RepeatDifferently)),
        (3, Gen.Const(Act.Settle)),
        (1, Gen.Const(Act.CheckIn)),
        (1, Gen.Const(Act.Query)),
        (2, Gen.Const(Act.QueryTickets)),
        (2, Gen.Const(Act.SendCode)),
        (1, Gen.Const(Act.SendManyCodes)),
        (4, Gen.Const(Act.Activate)),
        (1, Gen.Const(Act.GuessCode)),
        (2, Gen.Const(Act.WaitForLimit)),
        (2, Gen.Const(Act.PassMinutes)),
        (3, Gen.Const(Act.PassDays)),
        (3, Gen.Const(Act.DecideGift)));

    public static readonly Gen<Step> Any =
        from act in Acts
        from terminal in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1)))
        from card in Gen.Frequency((6, Gen.Const(0)), (2, Gen.Const(1)), (1, Gen.Const(2)), (1, Gen.Const(3)))
        from choice in Gen.Int[0, 1000]
        from fen in Gen.Int[1, 5000]
        from variant in Gen.Int[0, 999]
        select new Step(act, terminal, card, choice, fen, variant);
}

/// <summary>What there is at the beginning, and what happens then.</summary>
/// <param name="Lots">For each card, points in hundredths and the days that they are still good.</param>
/// <param name="BothSignedOn">The second terminal has signed on too.</param>
/// <param name="Steps">What happens.</param>
internal sealed record Script((int Hundredths, int Days)[][] Lots, bool BothSignedOn, Step[] Steps)
{
    public const int Length = 50;

    private static readonly Gen<(int, int)[]> Some = Gen.Select(Gen.Int[1, 4000], Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Const(3), Gen.Const(6), Gen.Const(12), Gen.Const(700))).Array[1, 4];

    public static readonly Gen<Script> Any =
        from lots in Some.Array[Cast.Cards]
        from both in Gen.Int[0, 3]
        from steps in Step.Any.Array[Length]
        select new Script(lots, both > 0, steps);

    public override string ToString() =>
        $"{string.Join(" and ", Lots.Select(lots => string.Join(' ', lots)))}, {(BothSignedOn ? "both" : "the first")} signed on:\n{string.Join('\n', Steps)}";
}
