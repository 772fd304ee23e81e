using System.Runtime.CompilerServices;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Alerts;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Accounts;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Tickets;
using Jpos.Domain.VerifyCodes;
using Jpos.Domain.Webhooks;
using Jpos.Tests.Hosting;
using Jpos.Tests.Unit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>Values and rows of every type, that say nothing.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, Func<int, object>> Values = new()
    {
        [typeof(int)] = number => number,
        [typeof(long)] = number => (long)number,
        [typeof(bool)] = _ => true,
        [typeof(decimal)] = number => (decimal)number,
        [typeof(string)] = number => $"{number}",
        [typeof(Uri)] = number => new Uri($"https://example.com/{number}"),
        [typeof(byte[])] = number => new[] { (byte)number },
        [typeof(DateTime)] = _ => JposHost.Start.UtcDateTime,
        [typeof(DateOnly)] = _ => DateOnly.FromDateTime(JposHost.Start.UtcDateTime),
        [typeof(Moment)] = _ => new Moment(JposHost.Start.UtcDateTime, DateOnly.FromDateTime(JposHost.Start.UtcDateTime)),
        [typeof(IEnumerable<long>)] = number => new[] { 1L, number },
        [typeof(StoredAnswer)] = number => new StoredAnswer(TerminalNumber.Of($"{number}"), [(byte)number], JposHost.Start.UtcDateTime, ResponseCode.Approved, []),
        [typeof(Points)] = number => Points.FromHundredths(number),
        [typeof(Money)] = number => Money.FromFen(number),
        [typeof(StoreNumber)] = number => StoreNumber.Of($"{100_000_000_000_000L + number}"),
        [typeof(IReadOnlyCollection<StoreNumber>)] = number => new[] { StoreNumber.Of("1"), StoreNumber.Of($"{number}") },
        [typeof(PageRequest<Alert>)] = number => Part(ListAlerts.SortOrders, "-time", $"{number}"),
        [typeof(PageRequest<AuditEntry>)] = number => Part(ListAudit.SortOrders, "time", $"time:{number}"),
        [typeof(PageRequest<Batch>)] = number => Part(ListBatches.SortOrders, "-time", $"{number}-{number}"),
        [typeof(PageRequest<Card>)] = _ => Part(ListCards.SortOrders, "-number", "-number:9900000000002008"),
        [typeof(PageRequest<Delivery>)] = number => Part(ListDeliveries.SortOrders, "-time", $"{number}"),
        [typeof(PageRequest<Member>)] = number => Part(ListMembers.SortOrders, "name", $"name:a-b-{number}"),
        [typeof(PageRequest<PointAdjustment>)] = number => Part(ListAdjustments.SortOrders, "-time", $"{number}"),
        [typeof(PageRequest<Store>)] = number => Part(ListStores.SortOrders, "-name", $"-name:a-{number}"),
        [typeof(PageRequest<TransactionJournal>)] = number => Part(ListTransactions.SortOrders, "time", $"time:{number}-{number}"),
        [typeof(TimeCursor)] = number => new TimeCursor(JposHost.Start.UtcDateTime, number),
        [typeof(JournalFilter)] = number => new JournalFilter
        {
            CardId = number,
            BatchId = number,
            Terminal = TerminalNumber.Of($"{number}"),
            Store = StoreNumber.Of($"{number}"),
            Stores = [StoreNumber.Of("1"), StoreNumber.Of("2")],
            Status = EntryStatus.Reversed,
            Operation = Operations.Consume,
            From = JposHost.Start.UtcDateTime,
            To = JposHost.Start.UtcDateTime,
        },
        [typeof(BatchFilter)] = number => new BatchFilter
        {
            Terminal = TerminalNumber.Of($"{number}"),
            Store = StoreNumber.Of($"{number}"),
            Stores = [StoreNumber.Of("1"), StoreNumber.Of("2")],
            State = BatchState.Unequal,
            From = JposHost.Start.UtcDateTime,
            To = JposHost.Start.UtcDateTime,
        },
        [typeof(TerminalNumber)] = number => TerminalNumber.Of($"{10_000_000 + number}"),
        [typeof(OperatorNumber)] = number => OperatorNumber.Of($"{10 + number}"),
        [typeof(CardNumber)] = number => CardNumber.Of($"{9_900_000_000_000_000L + number}"),
        [typeof(PointEffect)] = number => Moved(number),
        [typeof(IReadOnlyList<CardNumber>)] = number => new[] { CardNumber.Of($"{9_900_000_000_000_000L + number}") },
        [typeof(IReadOnlyCollection<CardNumber>)] = number => new[] { CardNumber.Of($"{9_900_000_000_000_000L + number}") },
        [typeof(IReadOnlyCollection<string>)] = number => new[] { "a", $"{number}" },
        [typeof(IReadOnlyCollection<long>)] = number => new[] { 1L, number },
        [typeof(IReadOnlyCollection<Card>)] = _ => new[] { new Card(1, 2, CardNumber.Of("9900000000002008"), new CardProduct(new("")), CardState.Issued) },
        [typeof(IReadOnlyCollection<Member>)] = _ => new[] { new Member(1, new("", Grade.Green)) },
        [typeof(IdentityDocument)] = number => new IdentityDocument(IdentityType.IdentityCard, IdentityNumber.Of($"{number}")),
        [typeof(IReadOnlyCollection<IdentityDocument>)] = number => new[] { new IdentityDocument(IdentityType.IdentityCard, IdentityNumber.Of($"{number}")) },
        [typeof(IEnumerable<ImportError>)] = number => new[] { new ImportError(number, 2, 2, "") },
        [typeof(IReadOnlyCollection<Ticket>)] = _ => new[] { (Ticket)Empty(typeof(Ticket)) },
        [typeof(MobileNumber)] = number => MobileNumber.Of($"{13_800_000_000L + number}"),
        [typeof(SerialNumber)] = number => SerialNumber.Of(100_000_000_000L + number),
        [typeof(BatchNumber)] = number => BatchNumber.Of(number),
        [typeof(TraceNumber)] = number => TraceNumber.Of(number),
        [typeof(RegisterTrace)] = number => RegisterTrace.Of($"{number}"),
        [typeof(NumberLengths)] = _ => NumberLengths.Usual,
        [typeof(NumberPrefixes)] = _ => NumberPrefixes.Any,
        [typeof(ResponseCode)] = _ => ResponseCode.Approved,
        [typeof(Fingerprint)] = _ => Fingerprint.Of(""),
        [typeof(CancellationToken)] = _ => CancellationToken.None,
    };

    /// <summary>The effect of an entry that gave points.</summary>
    private static PointEffect Moved(int number)
    {
        var numbers = new Counter(number);
        var entry = Given.Entry(numbers);
        new PointAccount(number).Add(Points.Of(1m), Given.NextYear, ProgrammeAccount.Issued, entry, numbers, Given.Today);
        return entry.Effect();
    }

    private static PageRequest<TRow> Part<TRow>(SortOrders<TRow> sortOrders, string name, string place) => sortOrders.TryFirstPage(name, 2, out var beginning)
        ? beginning.FromCursor(place) ?? throw new ArgumentException($"There is no place {place}.", nameof(place))
        : throw new ArgumentException($"There is no order {name}.", nameof(name));

    public static object Of(Type type, int number)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Values.TryGetValue(bare, out var value) ? value(number)
            : bare.IsEnum ? Enum.GetValues(bare).GetValue(Enum.GetValues(bare).Length - 1)!
            : bare.GetConstructor(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic, Type.EmptyTypes) is not null
                ? Empty(bare)
            : throw new InvalidOperationException($"There is no sample of {bare}.");
    }

    /// <summary>An object as its constructor leaves it, with known values where 0 is none of a closed set.</summary>
    private static object Empty(Type type)
    {
        var empty = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => property.PropertyType.IsEnum && property.CanWrite && !Enum.IsDefined(property.PropertyType, property.GetValue(empty)!)))
        {
            property.SetValue(empty, Enum.GetValues(property.PropertyType).GetValue(0));
        }

        return empty;
    }

    /// <summary>A row of an entity type, not yet of any state.</summary>
    public static EntityEntry Row(DbContext db, IEntityType type, int number, bool isNew)
    {
        var row = db.Entry(Activator.CreateInstance(type.ClrType, nonPublic: true)!);
        foreach (var property in type.GetProperties().Where(property => !isNew || property.ValueGenerated is ValueGenerated.Never))
        {
            row.Property(property).CurrentValue = Of(property.ClrType, number);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            row.ComplexProperty(complex).CurrentValue = RuntimeHelpers.GetUninitializedObject(complex.ClrType);
            foreach (var property in complex.ComplexType.GetProperties())
            {
                row.ComplexProperty(complex).Property(property).CurrentValue = Of(property.ClrType, number);
            }
        }

        return row;
    }
}
