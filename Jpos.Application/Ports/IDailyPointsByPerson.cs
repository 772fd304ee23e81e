using Jpos.Domain.Access;

namespace Jpos.Application.Ports;

public interface IDailyPointsByPerson
{
    /// <summary>Returns the points that a person moved on a day, or a new count. The person's count is locked until the unit of work ends.</summary>
    Task<DailyPointsByPerson> FindToCount(string person, DateOnly day, CancellationToken cancellation);
}
