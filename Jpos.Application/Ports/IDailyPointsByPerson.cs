using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

public interface IDailyPointsByPerson
{
    /// <summary>What a person moved on a day; a new count if they moved nothing yet. Nobody else counts for this person until the unit of work ends.</summary>
    Task<DailyPointsByPerson> FindToCount(string person, DateOnly day, CancellationToken cancellation);
}
