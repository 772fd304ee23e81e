using CsCheck;

namespace Jpos.Tests.Model;

/// <summary>Something that happens. The numbers choose what it happens to.</summary>
internal readonly record struct ModelStep(ModelAction Action, int Terminal, int Card, int Choice, int Fen, int Variant)
{
    public override string ToString() => $"{Action} terminal {Terminal} card {Card} {Choice} {Fen} {Variant}";

    private static readonly Gen<ModelAction> Actions = Gen.Frequency(
        (5, Gen.Const(ModelAction.Pay)),
        (5, Gen.Const(ModelAction.PayCash)),
        (3, Gen.Const(ModelAction.PayWithVouchers)),
        (1, Gen.Const(ModelAction.Lose)),
        (6, Gen.Const(ModelAction.Cancel)),
        (5, Gen.Const(ModelAction.Refund)),
        (4, Gen.Const(ModelAction.CancelRefund)),
        (2, Gen.Const(ModelAction.UseTickets)),
        (8, Gen.Const(ModelAction.Reverse)),
        (1, Gen.Const(ModelAction.ReverseBefore)),
        (1, Gen.Const(ModelAction.ReverseDifferently)),
        (1, Gen.Const(ModelAction.ReverseAsAnother)),
        (3, Gen.Const(ModelAction.Repeat)),
        (1, Gen.Const(ModelAction.RepeatDifferently)),
        (3, Gen.Const(ModelAction.Settle)),
        (1, Gen.Const(ModelAction.CheckIn)),
        (1, Gen.Const(ModelAction.Query)),
        (2, Gen.Const(ModelAction.QueryTickets)),
        (2, Gen.Const(ModelAction.SendCode)),
        (1, Gen.Const(ModelAction.SendManyCodes)),
        (4, Gen.Const(ModelAction.Activate)),
        (1, Gen.Const(ModelAction.GuessCode)),
        (2, Gen.Const(ModelAction.WaitForLimit)),
        (2, Gen.Const(ModelAction.PassMinutes)),
        (3, Gen.Const(ModelAction.PassDays)),
        (3, Gen.Const(ModelAction.DecideGift)));

    public static readonly Gen<ModelStep> Any =
        from action in Actions
        from terminal in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Const(1)))
        from card in Gen.Frequency((6, Gen.Const(0)), (2, Gen.Const(1)), (1, Gen.Const(2)), (1, Gen.Const(3)))
        from choice in Gen.Int[0, 1000]
        from fen in Gen.Int[1, 5000]
        from variant in Gen.Int[0, 999]
        select new ModelStep(action, terminal, card, choice, fen, variant);
}
