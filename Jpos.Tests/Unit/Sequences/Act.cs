namespace Jpos.Tests.Unit.Sequences;

internal enum Act
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
