using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Alerts;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Exports;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Application.Throttling;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.BackOffice.Exports;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Maintenance;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers MediatR manually, because the free version has no registration for the container (ADR 0002).</summary>
internal static class MediatorRegistration
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<Mediator>();
        services.AddScoped<IMediator, RequestDispatcher>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CardNumberScreening<,>));
        services.Scan(scan => scan
            .FromAssemblyOf<TerminalMessage>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)))
            .AsImplementedInterfaces()
            .WithScopedLifetime());

        services.AddScoped<MessageDependencies>();
        services.AddScoped<TransactionDependencies>();
        services.AddScoped<ReversalDependencies>();
        services.AddScoped<Admission>();
        services.AddScoped<TransactionUndo>();
        services.AddScoped<PinVerification>();
        services.AddScoped<AfterCommitActions>();
        services.AddScoped<CommandAudit>();
        services.AddScoped<Adjusting>();
        services.AddScoped<PersonDailyLimit>();
        services.AddScoped<MacPolicies>();
        services.AddScoped<AlertSteps>();
        services.AddScoped<StoreSteps>();
        services.AddScoped<TerminalSteps>();
        services.AddScoped<WebhookSteps>();
        services.AddScoped<CardIssuing>();
        services.AddScoped<CardImport>();
        services.AddScoped<TicketImport>();
        services.AddScoped<MemberImport>();
        services.AddScoped<ImportExecutor>();
        services.AddScoped<ImportRun>();
        services.AddScoped<ExportZone>();

        services.AddScoped<UnitOfWork>();
        services.AddSingleton<BlockedAddresses>();
        services.AddSingleton<TerminalCache>();
        services.AddSingleton<MacPreverifier>();
        services.AddSingleton<MessageDispatcher>();
        services.AddSingleton<GroupCommitQueue>();
        services.AddSingleton<MessageUnits>();
        services.AddSingleton<ConnectionBudget>();
        services.AddSingleton<TransactionRunner>();
        services.AddSingleton<QueryThrottle>();
        services.AddSingleton<IExportReader, ExportReader>();
        services.AddSingleton<CommandExecutor>();
        services.AddSingleton<QueryExecutor>();
        services.AddSingleton<InFlightMessages>();
        services.AddSingleton<TerminalTraffic>();
        services.AddSingleton<ExpiryJob>();
        services.AddSingleton<IStoredAnswerRemoval, StoredAnswerRemoval>();
        services.AddSingleton<RetentionJob>();
        services.AddHostedService<DailyJobs>();
        return services;
    }
}
