using Jpos.Domain.Limits;

namespace Jpos.Application.Ports;

public interface IPinFailures
{
    /// <summary>Returns what is counted for a source; null if nothing is.</summary>
    Task<PinFailures?> Find(string source, CancellationToken cancellation);

    /// <summary>Returns the same as <see cref="Find"/>, to count another one: nobody else counts for the source until the unit of work ends.</summary>
    Task<PinFailures?> FindToCount(string source, CancellationToken cancellation);

    void Add(PinFailures guesses);
}
