using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

internal static class CampaignStores
{
    /// <summary>A campaign is on in stores that there are.</summary>
    public static async Task<Problem?> RefuseUnknown(this IStores stores, CampaignProfile profile, CancellationToken cancellation)
    {
        foreach (var store in profile.Stores)
        {
            if (await stores.Find(store, cancellation) is null)
            {
                return new Problem(FailureKind.Invalid, $"There is no store {store.Value}.", "stores");
            }
        }

        return null;
    }
}
