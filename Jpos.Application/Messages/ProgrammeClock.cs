using Jpos.Domain;
using Jpos.Domain.Programmes;

namespace Jpos.Application.Messages;

/// <summary>Now, as the programme sees it.</summary>
public sealed class ProgrammeClock(TimeProvider time, Programme programme)
{
    /// <summary>The present instant, in whole milliseconds, which every database keeps. A message asks once, so that all it does has one time.</summary>
    public Moment Now
    {
        get
        {
            var now = time.GetUtcNow();
            return programme.At(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)));
        }
    }
}
