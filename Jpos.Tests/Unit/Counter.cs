using Jpos.Domain.Journal;

namespace Jpos.Tests.Unit;

/// <summary>Numbers in a row.</summary>
internal sealed class Counter(long first = 1) : ISerialNumbers
{
    private long next = first;

    public long Next() => next++;
}
