using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Answers queries of the back office, each from the database as it is at one moment: what one statement finds agrees with what the next one finds.</summary>
internal sealed class QueryExecutor(TransactionRunner runner, QueryThrottle places)
{
    /// <summary>Answers a query; who asks is recognized without waiting for the queries of others.</summary>
    public Task<TAnswer> Execute<TAnswer>(IRequest<TAnswer> query, CancellationToken cancellation) =>
        query is AuthenticateApiKey ? Read(query, cancellation) : places.Run(() => Read(query, cancellation), cancellation);

    private Task<TAnswer> Read<TAnswer>(IRequest<TAnswer> query, CancellationToken cancellation) => runner.Read(
        new Transaction(TransactionProfile.Query, ConnectionConsumer.BackOffice, () => RequestName.Of(query)),
        (services, stop) => services.GetRequiredService<Mediator>().Send(query, stop),
        cancellation);
}
