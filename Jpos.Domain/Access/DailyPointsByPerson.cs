namespace Jpos.Domain.Access;

/// <summary>The points that one person moved without a terminal on one day of the programme, by themselves or approved by a different person: added and taken ones together, so that one does not make room for the other.</summary>
public sealed class DailyPointsByPerson
{
    private DailyPointsByPerson()
    {
    }

    public DailyPointsByPerson(string person, DateOnly day) => (Person, Day) = (person, day);

    /// <summary>The person (<see cref="FourEyes"/>).</summary>
    public string Person { get; private set; } = "";

    /// <summary>The programme's day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>At most the highest amount that there is.</summary>
    public Points Total { get; private set; }

    /// <summary>Returns whether the person would move more than one person may in a day.</summary>
    /// <param name="points">What they are about to move, added or taken.</param>
    /// <param name="limit">What one person may move in a day.</param>
    public bool Exceeds(Points points, Points limit) => Total + points.Abs() > limit;

    /// <summary>Counts what was moved.</summary>
    public void Add(Points points) => Total = Points.Min(Total + points.Abs(), Points.Of(FieldRules.LargestAmount));
}
