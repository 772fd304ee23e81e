namespace Jpos.Domain;

/// <summary>
/// The one instant at which a message is decided, and the day it falls on in the programme's time zone, by which points, tickets and cards expire (protocol §4).
/// </summary>
/// <param name="Utc">The instant, UTC.</param>
/// <param name="Today">Its day in the programme's time zone.</param>
public readonly record struct Moment(DateTime Utc, DateOnly Today);
