namespace Jpos.Domain.Access;

/// <summary>The points that one person moved without a terminal on one day of the programme. Added and taken points add up, so one does not make room for the other.</summary>
public sealed class DailyPointsByPerson
{
    private DailyPointsByPerson()
    {
    }

    public DailyPointsByPerson(string person, DateOnly day) => (Person, Day) = (person, day);

    /// <summary>The person (<see cref="FourEyes"/>).</summary>
    public string Person { get; private set; } = "";

    /// <summary>The day in the programme's time zone.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The points moved so far; at most the largest amount.</summary>
    public Points Total { get; private set; }

    /// <summary>Returns whether the person would exceed the limit of one person in a day.</summary>
    /// <param name="points">The points to move, added or taken.</param>
    /// <param name="limit">The points that one person may move in a day.</param>
    public bool Exceeds(Points points, Points limit) => Total + points.Abs() > limit;

    /// <summary>Counts moved points.</summary>
    public void Add(Points points) => Total = Points.Min(Total + points.Abs(), Points.Of(FieldRules.LargestAmount));
}
