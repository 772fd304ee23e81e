using Jpos.Domain;

namespace Jpos.Tests.Unit;

/// <summary>Numbers in a row.</summary>
internal sealed class Counter(long first = 1) : INumberSequence
{
    private long next = first;

    public long Next() => next++;
}
