using Jpos.Application.Messages;
using Jpos.Application.Trans;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>MediatR by hand: the licence-free version has no registration of its own (ADR 0002).</summary>
internal static class MediatorRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));
        services.Scan(scan => scan
            .FromAssemblyOf<TerminalMessage>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)))
            .AsImplementedInterfaces()
            .WithScopedLifetime());

        services.AddScoped<MessageSteps>();
        services.AddScoped<TransactionSteps>();
        services.AddScoped<ReversalSteps>();
        services.AddScoped<Admission>();
        services.AddScoped<Undoing>();
        services.AddScoped<PinVerification>();
        services.AddScoped<AfterCommit>();
        services.AddSingleton<ProgrammeClock>();

        services.AddScoped<UnitOfWork>();
        services.AddSingleton<MessageDispatcher>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<Units>();
        services.AddSingleton<Retries>();
        services.AddSingleton<WriterTurn>();
        services.AddSingleton<InFlight>();
        services.AddSingleton<ExpiryRun>();
        services.AddSingleton<Sweep>();
        services.AddHostedService<DailyRuns>();
        return services;
    }
}
