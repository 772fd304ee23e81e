using Jpos.Application.BackOffice;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Alerts;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Application.Trans;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.BackOffice.Exports;
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
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ActBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LookBehavior<,>));

        // Inside the unit of work, which the behaviour of acts opens.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CardNumbersInTexts<,>));
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
        services.AddScoped<ActSteps>();
        services.AddScoped<Adjusting>();
        services.AddScoped<PersonalLimit>();
        services.AddScoped<MacPolicies>();
        services.AddScoped<AlertSteps>();
        services.AddScoped<StoreSteps>();
        services.AddScoped<TerminalSteps>();
        services.AddScoped<WebhookSteps>();
        services.AddScoped<CardIssuing>();
        services.AddScoped<CardLines>();
        services.AddScoped<TicketLines>();
        services.AddScoped<MemberLines>();
        services.AddScoped<ImportSteps>();
        services.AddScoped<ImportRun>();
        services.AddScoped<ExportZone>();

        services.AddScoped<UnitOfWork>();
        services.AddSingleton<RefusedAddresses>();
        services.AddSingleton<KnownTerminals>();
        services.AddSingleton<FrontDoor>();
        services.AddSingleton<MessageDispatcher>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<Units>();
        services.AddSingleton<Retries>();
        services.AddSingleton<OfficeGate>();
        services.AddSingleton<LookPlaces>();
        services.AddSingleton<IExportReads, ExportReads>();
        services.AddSingleton<Acts>();
        services.AddSingleton<Looks>();
        services.AddSingleton<WriterTurn>();
        services.AddSingleton<InFlight>();
        services.AddSingleton<MessageTraffic>();
        services.AddSingleton<ExpiryRun>();
        services.AddSingleton<IForgottenAnswers, ForgottenAnswers>();
        services.AddSingleton<Sweep>();
        services.AddHostedService<DailyRuns>();
        return services;
    }
}
