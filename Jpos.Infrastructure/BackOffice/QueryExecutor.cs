using Jpos.Application.BackOffice.Access;
using Jpos.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Looks for the back office, each time at the database as it is at one moment: what one statement finds agrees with what the next one finds.</summary>
internal sealed class QueryExecutor(IServiceScopeFactory scopes, BackOfficeConcurrency gate, QueryThrottle places, DatabaseEngine engine)
{
    private const int Attempts = 3;

    /// <summary>Looks; who asks is recognized without waiting for what others look at.</summary>
    public Task<TAnswer> Execute<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation) =>
        look is AuthenticateApiKey ? ExecuteWithRetry(look, cancellation) : places.Run(() => ExecuteWithRetry(look, cancellation), cancellation);

    private async Task<TAnswer> ExecuteWithRetry<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation)
    {
        using var place = await gate.Enter(cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ExecuteOnce(look, cancellation);
            }
            catch (Exception exception) when (attempt < Attempts && engine.IsConflict(exception))
            {
                // It lost a deadlock, or its moment is gone: it looks again, at a later one.
            }
        }
    }

    private async Task<TAnswer> ExecuteOnce<TAnswer>(IRequest<TAnswer> look, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginReading(cancellation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(look, cancellation);
    }
}
