using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Executes queries of the back office, each in one snapshot of the database, so that its statements agree with each other.</summary>
internal sealed class QueryExecutor(TransactionRunner runner, QueryThrottle places)
{
    /// <summary>Executes a query. The caller is authenticated without waiting for the query throttle.</summary>
    public Task<TAnswer> Execute<TAnswer>(IRequest<TAnswer> query, CancellationToken cancellation) =>
        query is AuthenticateApiKey ? Read(query, cancellation) : places.Run(() => Read(query, cancellation), cancellation);

    private Task<TAnswer> Read<TAnswer>(IRequest<TAnswer> query, CancellationToken cancellation) => runner.Read(
        new Transaction(TransactionProfile.Query, ConnectionConsumer.BackOffice, () => RequestName.Of(query)),
        (services, stop) => services.GetRequiredService<Mediator>().Send(query, stop),
        cancellation);
}
