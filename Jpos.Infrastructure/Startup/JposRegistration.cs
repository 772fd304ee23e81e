using Jpos.Application.Throttling;
using Jpos.Application.Time;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.BackOffice.Exports;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Infrastructure.Repositories;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers all services of this project; it is the only public entry point.</summary>
public static class JposRegistration
{
    public static IServiceCollection AddJpos(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<MessageSettings>().Bind(configuration.GetSection("Jpos:Protocol")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BackOfficeSettings>().Bind(configuration.GetSection("Jpos:BackOffice")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddProgramme(configuration);
        services.AddSecurity(configuration, environment);

        services.AddDatabase(configuration, environment);
        services.AddSingleton<NumberSequence>();
        services.AddSingleton<INumberSequence>(provider => provider.GetRequiredService<NumberSequence>());
        services.AddScoped<UnitOfWorkSession>();
        services.AddScoped<AccountLots>();
        services.AddScoped<UnitOfWorkCache>();
        services.AddScoped(typeof(IResources<>), typeof(ResourceRepository<>));
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
        services.AddScoped<IJournalQueries, JournalQueryRepository>();
        services.AddScoped<IAlerts, AlertRepository>();
        services.AddScoped<IAddressFailures, AddressFailuresRepository>();
        services.AddScoped<IPinFailures, PinFailuresRepository>();
        services.AddScoped<IDailyPointsByPerson, DailyPointsByPersonRepository>();
        services.AddScoped<IStoredAnswers, StoredAnswerRepository>();
        services.AddScoped<IPinTransportKeys, PinTransportKeyRepository>();
        services.AddScoped<IVerifyCodes, VerifyCodeRepository>();
        services.AddScoped<IApiKeys, ApiKeyRepository>();
        services.AddScoped<IAudit, AuditRepository>();
        services.AddScoped<IImports, ImportRepository>();
        services.AddSingleton<IImportFiles, CsvImportFiles>();
        services.AddSingleton<ITableWriter>(provider => new TableWriter(TableWriter.RoomOfSheet, provider.GetRequiredService<TerminalTraffic>()));
        services.AddSingleton(provider => new AdjustmentLifetime(provider.GetRequiredService<IOptions<BackOfficeSettings>>().Value.AdjustmentDays));
        services.AddSingleton<IApiSecrets, ApiSecrets>();
        services.AddSingleton<IViewSerializer, ViewSerializer>();
        services.AddScoped<IWebhooks, WebhookRepository>();
        services.AddWebhooks(configuration);
        services.AddSms(configuration, environment);
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<SecurityModuleCheck>("security module").AddCheck<TimeZonesCheck>("time zones");
        return services.AddMessages();
    }

    private static void AddProgramme(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ProgrammeSettings.Read(configuration.GetSection("Jpos:Programme"));
        var zone = settings.Zone();
        services.AddSingleton(settings);
        services.AddSingleton(provider => new ProgrammeClock(provider.GetRequiredService<TimeProvider>(), zone));
        services.AddSingleton<ProgrammeCache>();
        services.AddScoped(provider => provider.GetRequiredService<ProgrammeCache>().Value);
        services.AddScoped<IProgrammes, ProgrammeRepository>();
    }
}
