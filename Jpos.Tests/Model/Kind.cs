namespace Jpos.Tests.Model;

internal enum Kind
{
    CheckIn,
    Query,
    QueryTickets,
    SendCode,
    Consume,
    Cancel,
    Refund,
    CancelRefund,
    UseTickets,
    Activate,
    Settle,
}
