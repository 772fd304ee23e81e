using Jpos.Application.BackOffice;
using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.BackOffice.Exports;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence;
using Jpos.Infrastructure.Persistence.Repositories;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Sms;
using Jpos.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure;

/// <summary>The one door to this project: what the host puts into its container.</summary>
public static class JposRegistration
{
    public static IServiceCollection AddJpos(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection("Jpos:Protocol")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<OfficeOptions>().Bind(configuration.GetSection("Jpos:BackOffice")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddProgramme(configuration);
        services.AddSecurity(configuration, environment);

        services.AddDatabase(configuration, environment);
        services.AddSingleton<SerialNumbers>();
        services.AddSingleton<ISerialNumbers>(provider => provider.GetRequiredService<SerialNumbers>());
        services.AddScoped<UnitRows>();
        services.AddScoped<IStores, StoreRepository>();
        services.AddScoped<ITerminals, TerminalRepository>();
        services.AddScoped<IBatches, BatchRepository>();
        services.AddScoped<ICards, CardRepository>();
        services.AddScoped<IMembers, MemberRepository>();
        services.AddScoped<ICardProducts, CardProductRepository>();
        services.AddScoped<IPointAccounts, PointAccountRepository>();
        services.AddScoped<IPointAdjustments, PointAdjustmentRepository>();
        services.AddScoped<ITickets, TicketRepository>();
        services.AddScoped<ITicketKinds, TicketKindRepository>();
        services.AddScoped<ITransactionJournal, TransactionJournalRepository>();
        services.AddScoped<IAlerts, AlertRepository>();
        services.AddScoped<IAddressFailures, AddressFailuresRepository>();
        services.AddScoped<IPinGuesses, PinGuessesRepository>();
        services.AddScoped<IPointsByPerson, PointsByPersonRepository>();
        services.AddScoped<IAnsweredMessages, AnsweredMessageRepository>();
        services.AddScoped<IPinTransportKeys, PinTransportKeyRepository>();
        services.AddScoped<IVerifyCodes, VerifyCodeRepository>();
        services.AddScoped<IApiKeys, ApiKeyRepository>();
        services.AddScoped<IAudit, AuditRepository>();
        services.AddScoped<IImports, ImportRepository>();
        services.AddSingleton<IImportFiles, CsvImportFiles>();
        services.AddSingleton<ITables>(provider => new Tables(Tables.RoomOfSheet, provider.GetRequiredService<MessageTraffic>()));
        services.AddSingleton(provider => new AdjustmentTerm(provider.GetRequiredService<IOptions<OfficeOptions>>().Value.AdjustmentDays));
        services.AddSingleton<IApiSecrets, ApiSecrets>();
        services.AddSingleton<IRepresentations, Representations>();
        services.AddScoped<IWebhooks, WebhookRepository>();
        services.AddWebhooks(configuration);
        services.AddSms(configuration, environment);
        services.AddHealthChecks().AddDbContextCheck<JposDbContext>().AddCheck<SecurityModuleCheck>("security module").AddCheck<TimeZonesCheck>("time zones");
        return services.AddMessages();
    }

    private static void AddProgramme(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ProgrammeSettings.Read(configuration.GetSection("Jpos:Programme"));
        var zone = settings.Zone();
        services.AddSingleton(settings);
        services.AddSingleton(provider => new ProgrammeClock(provider.GetRequiredService<TimeProvider>(), zone));
        services.AddSingleton<CurrentProgramme>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentProgramme>().Value);
        services.AddScoped<IProgrammes, ProgrammeRepository>();
        services.AddScoped<ICampaigns, CampaignRepository>();
    }
}
