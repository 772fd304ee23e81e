namespace Jpos.Application.Time;

/// <summary>Now, as the programme sees it.</summary>
/// <param name="time">The host's clock.</param>
/// <param name="zone">The zone whose days points, tickets and cards live by.</param>
public sealed class ProgrammeClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The zone whose days points, tickets and cards live by.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The present instant, in whole milliseconds, which every database keeps. A message asks once, so that all it does has one time.</summary>
    public Moment Now
    {
        get
        {
            var now = time.GetUtcNow();
            return At(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)));
        }
    }

    /// <summary>From now to some time of the day after this one.</summary>
    public TimeSpan UntilTomorrow(TimeSpan timeOfDay)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var next = now.Date.AddDays(1) + timeOfDay;
        return new DateTimeOffset(next, zone.GetUtcOffset(next)) - now;
    }

    private Moment At(DateTimeOffset instant) => new(instant.UtcDateTime, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
}
