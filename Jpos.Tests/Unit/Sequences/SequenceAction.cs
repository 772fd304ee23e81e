namespace Jpos.Tests.Unit.Sequences;

internal enum SequenceAction
{
    Consume,
    PayCash,
    PayWithVoucher,
    Cancel,
    ReverseConsume,
    ReverseCancel,
    PassDays,
    Settle,
}
