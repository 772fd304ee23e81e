using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IPinFailures
{
    /// <summary>Returns the failures of a source; null if there are none.</summary>
    Task<PinFailures?> Find(string source, CancellationToken cancellation);

    /// <summary>Returns the same as <see cref="Find"/> in order to count a failure. The source is locked until the unit of work ends.</summary>
    Task<PinFailures?> FindToCount(string source, CancellationToken cancellation);

    void Add(PinFailures guesses);
}
