using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Accounts;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using Jpos.Domain.Journal;
using Jpos.Domain.Limits;
using Jpos.Domain.Programmes;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Jpos.Domain.VerifyCodes;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Database.Converters;
using Jpos.Infrastructure.Database.Rows;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// The model, which is the same on every engine. Each engine has a derived class for its migrations and a <see cref="DatabaseEngine"/> for its own operations.
/// </summary>
internal abstract class JposDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>A shadow concurrency token of every changing row. A save of a stale row fails and does not overwrite.</summary>
    public const string Version = "Version";

    public DbSet<Store> Stores => Set<Store>();

    public DbSet<Terminal> Terminals => Set<Terminal>();

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<CardProduct> CardProducts => Set<CardProduct>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<PointAccount> Accounts => Set<PointAccount>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<PointAdjustment> PointAdjustments => Set<PointAdjustment>();

    public DbSet<ProgrammeVersion> ProgrammeVersions => Set<ProgrammeVersion>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<TicketKind> TicketKinds => Set<TicketKind>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TransactionJournal> Journal => Set<TransactionJournal>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<TicketMovement> TicketMovements => Set<TicketMovement>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<VerifyCode> VerifyCodes => Set<VerifyCode>();

    public DbSet<AddressFailures> AddressFailures => Set<AddressFailures>();

    public DbSet<PinFailures> PinFailures => Set<PinFailures>();

    public DbSet<DailyPointsByPerson> DailyPointsByPerson => Set<DailyPointsByPerson>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    public DbSet<PinTransportKey> PinTransportKeys => Set<PinTransportKey>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportError> ImportErrors => Set<ImportError>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<OutboxEvent> Outbox => Set<OutboxEvent>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryLease> DeliveryLeases => Set<DeliveryLease>();

    public DbSet<DataKey> DataKeys => Set<DataKey>();

    public DbSet<NumberBlock> NumberBlocks => Set<NumberBlock>();

    /// <summary>Returns whether the database exists, without creating it.</summary>
    public Task<bool> Exists(CancellationToken cancellation) => Database.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // A failed unit of work is rolled back completely, so savepoints would only cost two more round trips for each save.
        Database.AutoSavepointsEnabled = false;

        // Changes are detected once for each save. EF would detect them at every step, which is slow in a unit of many messages.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var changed in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Modified && entry.Metadata.FindProperty(Version) is not null))
            {
                var version = changed.Property(Version);
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }

            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        void Text<T, TConverter>(int longest) => configurationBuilder.Properties<T>().HaveConversion<TConverter>().HaveMaxLength(longest).AreUnicode(false);

        Text<StoreNumber, StoreNumberConverter>(15);
        Text<TerminalNumber, TerminalNumberConverter>(8);
        Text<OperatorNumber, OperatorNumberConverter>(8);
        Text<CardNumber, CardNumberConverter>(19);
        Text<NumberLengths, NumberLengthsConverter>(NumberLengths.LongestText);
        Text<NumberPrefixes, NumberPrefixesConverter>(NumberPrefixes.LongestText);
        Text<MobileNumber, MobileNumberConverter>(11);
        Text<ResponseCode, KnownCodeConverter>(2);
        Text<Fingerprint, FingerprintConverter>(500);
        configurationBuilder.Properties<RegisterTrace>().HaveConversion<RegisterTraceConverter>().HaveMaxLength(RegisterTrace.Longest);
        configurationBuilder.Properties<TraceNumber>().HaveConversion<TraceNumberConverter>();
        configurationBuilder.Properties<BatchNumber>().HaveConversion<BatchNumberConverter>();
        configurationBuilder.Properties<SerialNumber>().HaveConversion<SerialNumberConverter>();
        configurationBuilder.Properties<Points>().HaveConversion<PointsConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<decimal>().HaveConversion<BareDecimalConverter>().HavePrecision(9, 6);
        configurationBuilder.ComplexProperties<BatchTotals>();
        configurationBuilder.ComplexProperties<ClaimedTotals>();
        configurationBuilder.ComplexProperties<ProgrammeRules>();
        configurationBuilder.ComplexProperties<MacPolicyRequest>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JposDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => !WrittenOnce.Contains(type.ClrType)))
        {
            modelBuilder.Entity(entity.ClrType).Property<int>(Version).IsConcurrencyToken();
        }

        EnumConstraints.Guard(modelBuilder);
    }

    private static readonly HashSet<Type> WrittenOnce = [typeof(Posting), typeof(TicketMovement), typeof(Settlement), typeof(NumberBlock), typeof(AuditEntry), typeof(IdempotencyRecord), typeof(ProgrammeVersion), typeof(DeliveryLease), typeof(ImportError), typeof(StoredAnswer), typeof(OutboxEvent)];
}
