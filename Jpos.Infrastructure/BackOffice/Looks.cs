using Jpos.Application.BackOffice.Access;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Looks for the back office, each time at the database as it is at one moment: what one statement finds agrees with what the next one finds.</summary>
internal sealed class Looks(IServiceScopeFactory scopes, OfficeGate gate, LookPlaces places, DatabaseEngine engine)
{
    private const int Attempts = 3;

    /// <summary>Looks; who asks is recognized without waiting for what others look at.</summary>
    public Task<TAnswer> At<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation) =>
        look is Recognize ? Again(look, cancellation) : places.Look(() => Again(look, cancellation), cancellation);

    private async Task<TAnswer> Again<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation)
    {
        using var place = await gate.Enter(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(look, cancellation);
            }
            catch (Exception exception) when (attempt < Attempts && engine.IsConflict(exception))
            {
                // It lost a deadlock, or its moment is gone: it looks again, at a later one.
            }
        }
    }

    private async Task<TAnswer> Once<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginReading(cancellation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(look, cancellation);
    }
}
