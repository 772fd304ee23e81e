using CsCheck;

namespace Jpos.Tests.Model;

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
