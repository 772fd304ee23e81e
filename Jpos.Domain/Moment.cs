namespace Jpos.Domain;

/// <summary>
/// The instant at which a message is decided, and its day in the programme's time zone. Points, tickets and cards expire by that day (<see href="docs/protocol.md#4-points">protocol §4</see>).
/// </summary>
/// <param name="Utc">The instant, UTC.</param>
/// <param name="Today">The day in the programme's time zone.</param>
public readonly record struct Moment(DateTime Utc, DateOnly Today);
