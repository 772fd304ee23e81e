using Jpos.Application.BackOffice.Requests;
using Jpos.Infrastructure.Database;
using MediatR;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>The first step of every act: outside a unit of work it hands the act to one, which sends it again inside, where it goes on to its handler.</summary>
internal sealed class CommandBehavior<TAct, TResult>(UnitOfWork unit, CommandExecutor commandExecutor) : IPipelineBehavior<TAct, TResult>
    where TAct : Command
    where TResult : CommandResult, new()
{
    public async Task<TResult> Handle(TAct request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next) =>
        unit.IsOpen ? await next() : await commandExecutor.Execute<TResult>(request, cancellationToken);
}
