namespace Jpos.Tests.Model;

internal enum State
{
    Stands,
    Reversed,
    Cancelled,
    Refunded,
}
