namespace Jpos.Application.Time;

/// <summary>The clock of the programme.</summary>
/// <param name="time">The host's clock.</param>
/// <param name="zone">The zone whose days apply to points, tickets and cards.</param>
public sealed class ProgrammeClock(TimeProvider time, TimeZoneInfo zone)
{
    /// <summary>The zone whose days apply to points, tickets and cards.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The present instant in whole milliseconds, which every database stores. A message reads it once, so that all its effects have the same time.</summary>
    public Moment Now
    {
        get
        {
            var now = time.GetUtcNow();
            return At(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)));
        }
    }

    /// <summary>Returns the time from now until a time of the next day.</summary>
    public TimeSpan UntilTomorrow(TimeSpan timeOfDay)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        var next = now.Date.AddDays(1) + timeOfDay;
        return new DateTimeOffset(next, zone.GetUtcOffset(next)) - now;
    }

    private Moment At(DateTimeOffset instant) => new(instant.UtcDateTime, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
}
